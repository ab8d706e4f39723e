//! Owns the two kinds of question in a lesson: one with marked answers, and one that running a
//! program answers.

use std::collections::BTreeSet;

use leptos::prelude::*;
use vivarium_course::model::{Inline, Predict, Quiz};

use super::{
    code::StaticCode,
    run_block::{is_active, run_quietly},
    status::RunStatus,
};
use crate::{
    parts::{
        icon::{Glyph, Icon},
        prose,
    },
    python::Runner,
    session::use_session,
    strings,
};

/// Where a question stands, so that its answer can be noted.
#[derive(Clone, Debug)]
pub struct QuestionPlace {
    /// The lesson.
    pub lesson: String,
    /// Counted over both kinds, from 0.
    pub index: usize,
}

/// A question with marked answers. The reply comes when an answer is given, not before.
#[component]
pub fn QuizView(
    /// The question.
    quiz: Quiz,
    /// Where it stands.
    place: QuestionPlace,
) -> impl IntoView {
    let session = use_session();
    let chosen = RwSignal::new(BTreeSet::<usize>::new());
    let is_given = RwSignal::new(false);
    let several = quiz.has_several_answers();
    let right: BTreeSet<usize> =
        (0..quiz.choices.len()).filter(|it| quiz.choices[*it].is_correct).collect();
    let is_right = Memo::new(move |_| chosen.get() == right);
    let name = format!("question-{}-{}", place.lesson, place.index);
    let give = move || {
        is_given.set(true);
        session
            .change_progress(|it| it.answer(&place.lesson, place.index, is_right.get_untracked()));
    };
    let give = StoredValue::new(give);
    let choices = quiz
        .choices
        .iter()
        .enumerate()
        .map(|(index, choice)| {
            let mark = choice.is_correct;
            let shows = move || is_given.get() && chosen.with(|it| it.contains(&index));
            let reply = StoredValue::new(choice.reply.clone());
            view! {
                <li class="choice" class:is-right=move || shows() && mark class:is-wrong=move || shows() && !mark>
                    <label class="choice-label">
                        <input
                            type=if several { "checkbox" } else { "radio" }
                            name=name.clone()
                            prop:checked=move || chosen.with(|it| it.contains(&index))
                            on:change=move |_| {
                                is_given.set(false);
                                chosen.update(|it| choose(it, index, several));
                                if !several {
                                    give.with_value(|give| give());
                                }
                            }
                        />
                        <span>{prose::inline(&choice.text, None)}</span>
                    </label>
                    <div role="status">{move || shows().then(|| reply_view(mark, &reply.get_value()))}</div>
                </li>
            }
        })
        .collect_view();
    let verdict = move || {
        (several && is_given.get())
            .then(|| if is_right.get() { strings::ALL_RIGHT } else { strings::NOT_ALL_RIGHT })
    };
    view! {
        <fieldset class="question">
            <legend class="question-kind">{strings::QUIZ}</legend>
            <div class="question-text">{prose::inline(&quiz.question, None)}</div>
            {quiz.code.clone().map(|code| view! { <StaticCode code=code label=strings::CODE_SHOWN/> })}
            <ul class="choices">{choices}</ul>
            {several.then(|| view! {
                <button
                    type="button"
                    class="button"
                    disabled=move || chosen.with(BTreeSet::is_empty)
                    on:click=move |_| give.with_value(|give| give())
                >
                    {strings::ANSWER}
                </button>
                <p class="question-verdict" role="status">{verdict}</p>
            })}
        </fieldset>
    }
}

fn choose(chosen: &mut BTreeSet<usize>, index: usize, several: bool) {
    if !several {
        *chosen = BTreeSet::from([index]);
    } else if !chosen.remove(&index) {
        chosen.insert(index);
    }
}

fn reply_view(is_right: bool, reply: &[Inline]) -> impl IntoView + use<> {
    let icon = if is_right { Icon::Check } else { Icon::Cross };
    let word = if is_right { strings::RIGHT } else { strings::NOT_QUITE };
    view! {
        <p class="reply">
            <Glyph icon=icon/>
            <span><strong>{word}</strong>" "{prose::inline(reply, None)}</span>
        </p>
    }
}

/// A question that running the program answers: first choose, then see.
#[component]
pub fn PredictView(
    /// The question.
    predict: Predict,
    /// Host names that its program can resolve.
    hosts: Vec<String>,
    /// Where it stands.
    place: QuestionPlace,
) -> impl IntoView {
    let session = use_session();
    let runner = Runner::new(session);
    let chosen = RwSignal::new(None::<usize>);
    let printed = RwSignal::new(None::<String>);
    let right = RwSignal::new(None::<usize>);
    let predict = StoredValue::new(predict);
    let name = format!("question-{}-{}", place.lesson, place.index);
    let see = move |_| {
        let code = predict.with_value(|it| it.code.clone());
        let place = place.clone();
        run_quietly(session, runner, code, hosts.clone(), move |text| {
            let answer = predict.with_value(|it| it.right_choice(&text));
            right.set(answer);
            printed.set(Some(text));
            let is_right = answer.is_some() && answer == chosen.get_untracked();
            session.change_progress(|it| it.answer(&place.lesson, place.index, is_right));
        });
    };
    let choices = predict.with_value(|it| {
        it.choices
            .iter()
            .enumerate()
            .map(|(index, choice)| {
                let is_chosen = move || chosen.get() == Some(index);
                let is_answer = move || printed.with(Option::is_some) && right.get() == Some(index);
                let is_missed =
                    move || printed.with(Option::is_some) && is_chosen() && !is_answer();
                let reply = StoredValue::new(choice.reply.clone());
                view! {
                    <li class="choice" class:is-right=is_answer class:is-wrong=is_missed>
                        <label class="choice-label">
                            <input
                                type="radio"
                                name=name.clone()
                                disabled=move || is_active(runner)
                                prop:checked=is_chosen
                                on:change=move |_| chosen.set(Some(index))
                            />
                            <pre class="choice-output">{choice.text.clone()}</pre>
                        </label>
                        <div role="status">
                            {move || {
                                (is_chosen() && printed.with(Option::is_some))
                                    .then(|| reply_view(is_answer(), &reply.get_value()))
                            }}
                        </div>
                    </li>
                }
            })
            .collect_view()
    });
    view! {
        <fieldset class="question">
            <legend class="question-kind">{strings::PREDICT}</legend>
            <div class="question-text">{predict.with_value(|it| prose::inline(&it.question, None))}</div>
            <StaticCode code=predict.with_value(|it| it.code.clone()) label=strings::CODE_SHOWN/>
            <ul class="choices">{choices}</ul>
            <button
                type="button"
                class="button"
                disabled=move || chosen.get().is_none() || is_active(runner)
                on:click=see
            >
                <Glyph icon=Icon::Play/>
                {strings::RUN_AND_SEE}
            </button>
            <RunStatus runner=runner/>
            {move || printed.get().filter(|_| right.get().is_none()).map(|text| view! {
                <div class="output"><pre class="output-text" tabindex="0">{text}</pre></div>
            })}
        </fieldset>
    }
}
