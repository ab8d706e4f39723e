//! Owns the way of an attribute lookup: the places in the order in which they are asked, which one
//! answers, and which are shadowed.

use leptos::prelude::*;

use crate::{
    steps::record::{Lookup, LookupPlace, Winner},
    strings,
};

/// The way of a lookup.
#[component]
pub fn LookupView(
    /// What was found.
    lookup: Lookup,
) -> impl IntoView {
    if let Some(problem) = lookup.problem {
        return view! { <p class="steps-notes">{problem}</p> }.into_any();
    }
    let verdict = strings::lookup_verdict(&lookup);
    let special = (!lookup.special.is_empty())
        .then(|| view! { <p>{strings::lookup_special(&lookup.special)}</p> });
    let hit = lookup.classes.iter().position(|it| it.has);
    let type_wins = lookup.winner == Winner::Type;
    let classes = classes(&lookup.classes, type_wins.then_some(hit).flatten());
    let own = own_place(&lookup);
    let last = last_place(&lookup);
    // Only a data descriptor is asked before the object; that is when the classes come first.
    let is_data = hit.is_some_and(|it| lookup.classes[it].data);
    let type_part = view! {
        <li class="lookup-part">
            <p class="steps-label">{strings::LOOKUP_ON_TYPE}</p>
            <ol class="lookup-row">{classes}</ol>
        </li>
    }
    .into_any();
    let own_part = view! {
        <li class="lookup-part">
            <p class="steps-label">{strings::lookup_object(&lookup)}</p>
            <ol class="lookup-row">{own}</ol>
        </li>
    }
    .into_any();
    let parts = if is_data { vec![type_part, own_part] } else { vec![own_part, type_part] };
    view! {
        <div class="lookup">
            <p class="lookup-verdict"><code>{lookup.of.clone()}</code> " " {verdict}</p>
            {special}
            <ol class="lookup-parts">{parts}{last}</ol>
        </div>
    }
    .into_any()
}

fn classes(places: &[LookupPlace], winner: Option<usize>) -> Vec<AnyView> {
    places
        .iter()
        .enumerate()
        .map(|(index, place)| {
            let what = place.has.then(|| strings::lookup_has(&place.what, place.data, place.get));
            station(&place.name, what, winner == Some(index))
        })
        .collect()
}

fn own_place(lookup: &Lookup) -> Vec<AnyView> {
    let wins = lookup.winner == Winner::Own;
    if lookup.is_class {
        let first = lookup.own_classes.iter().position(|it| it.has);
        return classes(&lookup.own_classes, wins.then_some(first).flatten());
    }
    if !lookup.has_dict {
        return vec![
            view! {
                <li class="lookup-station is-passed">
                    <span class="lookup-name">{lookup.kind.clone()}</span>
                    <span>{strings::LOOKUP_NO_DICT}</span>
                </li>
            }
            .into_any(),
        ];
    }
    let what = (!lookup.own.is_empty()).then(|| lookup.own.clone());
    vec![station("__dict__", what, wins)]
}

fn last_place(lookup: &Lookup) -> Option<AnyView> {
    let wins = lookup.winner == Winner::Getattr;
    (!lookup.getattr.is_empty()).then(|| {
        let name = format!("{}.__getattr__", lookup.getattr);
        let row = station(&name, wins.then(String::new), wins);
        view! { <li class="lookup-part"><ol class="lookup-row">{row}</ol></li> }.into_any()
    })
}

/// A place that is asked.
fn station(name: &str, what: Option<String>, wins: bool) -> AnyView {
    let (class, word) = match (&what, wins) {
        (_, true) => ("lookup-station is-found", strings::LOOKUP_FOUND),
        (Some(_), false) => ("lookup-station is-shadowed", strings::LOOKUP_SHADOWED),
        (None, false) => ("lookup-station is-passed", strings::LOOKUP_PASSED),
    };
    view! {
        <li class=class>
            <code class="lookup-name">{name.to_owned()}</code>
            {what.filter(|it| !it.is_empty()).map(|it| view! { <span class="lookup-what">{it}</span> })}
            <span class="lookup-word">{word}</span>
        </li>
    }
    .into_any()
}
