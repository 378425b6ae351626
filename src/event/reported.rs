//! stub
use crate::model::{Basis, Edtf, Published, When};
pub enum Stance {
    News,
    Past,
    Future,
}
pub fn when_reported(published: Option<&Published>, stance: Stance) -> When {
    let Some(Edtf::On(moment)) = published.map(|p| p.date) else { return When::unknown("no date") };
    let edtf = match stance {
        Stance::News => Edtf::On(moment),
        Stance::Past => Edtf::until(moment),
        Stance::Future => Edtf::since(moment),
    };
    When { edtf, basis: Basis::Reported, why: "reported".into() }
}
