//! The same of staff: she works in Vlinders at both organisations.
use super::super::acts::Acts;
pub async fn takes_meetings(_acts: &mut Acts) {}
