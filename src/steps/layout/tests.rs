//! Pictures of small recordings, and that what stays does not move.

use std::fmt::Write as _;

use super::*;
use crate::steps::trace::Trace;

/// A recording in the words of the recorder: names of the one frame, and objects as lists.
fn recorded(steps: &[(&str, &str, &str)]) -> Trace {
    let mut report = String::new();
    for (names, objects, gone) in steps {
        let _ = writeln!(
            report,
            r#"{{"e":"line","l":1,"f":[{{"f":1,"n":"__main__","l":1,"k":"module","v":[{names}]}}],"h":[{objects}],"g":[{gone}]}}"#
        );
    }
    report.push_str(r#"{"end":"done"}"#);
    Trace::parse(&report)
}

const A: &str = r#"{"n":1,"k":"list","t":"list","i":["i1","i2"]}"#;
const B: &str = r#"{"n":2,"k":"list","t":"list","i":[1]}"#;
const C: &str = r#"{"n":3,"k":"list","t":"list","i":["i7"]}"#;

fn place_of(picture: &Picture, number: u32) -> (f64, f64) {
    let (_, placed) = picture.objects.iter().find(|(it, _)| *it == number).unwrap();
    (placed.x, placed.y)
}

#[test]
fn an_object_keeps_its_place_while_others_come_and_go() {
    let trace = recorded(&[
        (r#"["a",1],["b",2]"#, &[A, B].join(","), ""),
        (r#"["a",1],["b",2],["c",3]"#, C, ""),
        (r#"["b",2],["c",3]"#, "", ""),
        (r#"["c",3]"#, "", "1,2"),
    ]);
    let layout = Layout::new(&trace, Limits::default());
    let pictures: Vec<_> = (0..4).map(|it| layout.picture(&trace, it)).collect();
    assert_eq!(place_of(&pictures[1], 1), place_of(&pictures[0], 1));
    assert_eq!(place_of(&pictures[2], 2), place_of(&pictures[0], 2));
    assert_eq!(place_of(&pictures[3], 3), place_of(&pictures[1], 3));
    assert_eq!(pictures[3].objects.len(), 1);
}

#[test]
fn boxes_of_a_column_never_overlap_even_when_one_grows() {
    let grown = r#"{"n":1,"k":"dict","t":"dict","d":[["s'a'","i1"],["s'b'","i1"],["s'c'","i1"],["s'd'","i1"]]}"#;
    let small = r#"{"n":1,"k":"dict","t":"dict","d":[["s'a'","i1"]]}"#;
    let names = r#"["a",1],["c",3]"#;
    let trace = recorded(&[(names, &[small, C].join(","), ""), (names, grown, "")]);
    let layout = Layout::new(&trace, Limits::default());
    for step in 0..2 {
        let picture = layout.picture(&trace, step);
        let (_, first) = &picture.objects[0];
        let (_, second) = &picture.objects[1];
        assert!(first.y + first.shape.height < second.y, "step {step}: {first:?} {second:?}");
    }
}

#[test]
fn an_entry_that_refers_to_an_object_draws_an_arrow_into_the_next_column() {
    let trace = recorded(&[(r#"["b",2]"#, &[B, A].join(","), "")]);
    let picture = Layout::new(&trace, Limits::default()).picture(&trace, 0);
    assert!(place_of(&picture, 1).0 > place_of(&picture, 2).0);
    let ends: Vec<_> = picture.arrows.iter().map(|it| (it.from, it.to)).collect();
    assert_eq!(ends, [(Owner::Frame(0), 2), (Owner::Object(2), 1)]);
}

#[test]
fn on_a_phone_all_objects_stand_in_one_column() {
    let trace = recorded(&[(r#"["b",2]"#, &[B, A].join(","), "")]);
    let picture = Layout::new(&trace, Limits::for_width(340.0)).picture(&trace, 0);
    assert_eq!(place_of(&picture, 1).0.to_bits(), place_of(&picture, 2).0.to_bits());
    assert!(picture.width <= 340.0, "{}", picture.width);
}

#[test]
fn a_ring_of_objects_is_drawn_once_each() {
    let ring = r#"{"n":1,"k":"list","t":"list","i":[1,2]},{"n":2,"k":"list","t":"list","i":[1]}"#;
    let trace = recorded(&[(r#"["a",1]"#, ring, "")]);
    let picture = Layout::new(&trace, Limits::default()).picture(&trace, 0);
    assert_eq!((picture.objects.len(), picture.arrows.len()), (2, 4));
    assert_eq!(trace.steps[0].references_to(1), 3);
}
