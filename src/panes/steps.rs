//! Owns how a program is stepped through: running it under the recorder, and the view of its steps
//! in a lesson's figure and in the playground.

pub mod figure;
pub mod imports;
pub mod lookup;
pub mod picture;
pub mod play;
pub mod player;
pub mod source;
pub mod stepper;
pub mod text;

pub use figure::FigureView;
pub use play::BenchSteps;
