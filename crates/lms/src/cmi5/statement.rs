//! Owns the statements: what each holds, as the specification's data model has it.

use serde_json::{Value, json};

use super::{Ids, Launch};
use crate::{
    hash::uuid,
    report::{Mastery, Share},
    time::{Moment, iso_duration},
    work::CheckOutcome,
};

const CATEGORY: &str = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const MOVE_ON: &str = "https://w3id.org/xapi/cmi5/context/categories/moveon";
const MASTERY: &str = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const TERMINATED: &str = "http://adlnet.gov/expapi/verbs/terminated";

/// The statements that the specification defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Initialized,
    Completed,
    Passed(Option<Share>),
    Failed(Option<Share>),
    Terminated,
}

impl Kind {
    pub(super) fn verb(self) -> &'static str {
        match self {
            Self::Initialized => "http://adlnet.gov/expapi/verbs/initialized",
            Self::Completed => "http://adlnet.gov/expapi/verbs/completed",
            Self::Passed(_) => "http://adlnet.gov/expapi/verbs/passed",
            Self::Failed(_) => "http://adlnet.gov/expapi/verbs/failed",
            Self::Terminated => TERMINATED,
        }
    }

    fn result(self, elapsed_ms: u64) -> Option<Value> {
        let mut result = json!({ "duration": iso_duration(elapsed_ms) });
        match self {
            Self::Initialized => return None,
            Self::Terminated => {}
            Self::Completed => result["completion"] = json!(true),
            Self::Passed(score) | Self::Failed(score) => {
                result["success"] = json!(matches!(self, Self::Passed(_)));
                if let Some(share) = score {
                    result["score"] = json!({
                        "scaled": share.scaled(), "raw": share.done, "min": 0, "max": share.total,
                    });
                }
            }
        }
        Some(result)
    }

    /// Whether it counts for moving on, and is marked so.
    fn is_result(self) -> bool {
        matches!(self, Self::Completed | Self::Passed(_) | Self::Failed(_))
    }
}

/// Says whether a statement ends the session.
pub(super) fn is_terminated(statement: &Value) -> bool {
    statement["verb"]["id"] == TERMINATED
}

/// Says whether the specification defines a statement, as against one that it allows.
pub(super) fn is_defined(statement: &Value) -> bool {
    let categories = statement["context"]["contextActivities"]["category"].as_array();
    categories.is_some_and(|list| list.iter().any(|it| it["id"] == CATEGORY))
}

/// Writes statements in the name of one session.
pub(super) struct Writer {
    actor: Value,
    activity: String,
    context: Value,
    mastery: Option<Mastery>,
    ids: Ids,
    last_ms: u64,
}

impl Writer {
    pub(super) fn new(
        launch: &Launch,
        mut context: Value,
        mastery: Option<Mastery>,
        ids: Ids,
    ) -> Self {
        context["registration"] = json!(launch.registration);
        Self {
            actor: launch.actor.clone(),
            activity: launch.activity.clone(),
            context,
            mastery,
            ids,
            last_ms: 0,
        }
    }

    /// Order is told by the timestamp, so a clock that is set back does not turn it round.
    fn timestamp(&mut self, now: Moment) -> String {
        self.last_ms = self.last_ms.max(now.utc_ms);
        Moment { utc_ms: self.last_ms, ..now }.iso()
    }

    /// Writes one that the specification defines.
    pub(super) fn write(&mut self, kind: Kind, elapsed_ms: u64, now: Moment) -> Value {
        let mut context = self.context.clone();
        add_category(&mut context, CATEGORY);
        if kind.is_result() {
            add_category(&mut context, MOVE_ON);
        }
        if let (Kind::Passed(_) | Kind::Failed(_), Some(mastery)) = (kind, self.mastery) {
            context["extensions"][MASTERY] = json!(mastery.as_scaled());
        }
        let mut statement = json!({
            "id": uuid(&(self.ids)()),
            "timestamp": self.timestamp(now),
            "actor": self.actor,
            "verb": verb(kind.verb()),
            "object": { "objectType": "Activity", "id": self.activity },
            "context": context,
        });
        if let Some(result) = kind.result(elapsed_ms) {
            statement["result"] = result;
        }
        statement
    }

    /// Writes one that the specification allows: what came of a check.
    pub(super) fn check(&mut self, outcome: &CheckOutcome, now: Moment) -> Value {
        json!({
            "id": uuid(&(self.ids)()),
            "timestamp": self.timestamp(now),
            "actor": self.actor,
            "verb": verb("http://adlnet.gov/expapi/verbs/answered"),
            "object": {
                "objectType": "Activity",
                "id": format!("{}/{}/{}", self.activity, outcome.exercise, outcome.number),
                "definition": {
                    "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
                    "interactionType": "other",
                    "name": { "en": outcome.id() },
                    "description": { "en": outcome.sentence },
                },
            },
            "result": { "success": outcome.passed },
            "context": self.context,
        })
    }
}

fn verb(id: &str) -> Value {
    let word = id.rsplit('/').next().unwrap_or_default();
    json!({ "id": id, "display": { "en": word } })
}

/// Adds to what the template has; nothing of it is replaced.
fn add_category(context: &mut Value, id: &str) {
    let list = &mut context["contextActivities"]["category"];
    let mut all = match list.take() {
        Value::Array(all) => all,
        Value::Null => Vec::new(),
        // The standard allows one activity in the place of a list.
        one => vec![one],
    };
    if !all.iter().any(|it| it["id"] == id) {
        all.push(json!({ "objectType": "Activity", "id": id }));
    }
    *list = Value::Array(all);
}
