//! What the page loads: the course as JSON.

use crate::model::Course;

/// Returns the bytes of `lessons.json`.
pub fn pack(course: &Course) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(course)
}
