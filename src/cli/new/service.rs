//! Turns a service's id into a record to fill.

use clap::Args;

use super::{bad_id, create, home, title};
use crate::io::Scaffold;
use crate::model::{LocalityId, ServiceId};
use crate::pipeline::Failure;

/// A service, with every field that a reader may need
#[derive(Args, Debug)]
pub struct Raw {
    /// The service's id, such as carers-cafe
    #[arg(value_name = "SERVICE")]
    id: String,
    /// The service of one place only: its file lies in that place's folder
    #[arg(long, value_name = "PLACE")]
    local: Option<String>,
}

pub fn write(raw: &Raw, portal: &Scaffold) -> Result<String, Failure> {
    let id = ServiceId::new(&raw.id).map_err(|bad| bad_id(&bad))?;
    let local = raw.local.as_deref().map(LocalityId::new).transpose().map_err(|bad| bad_id(&bad))?;
    let path = format!("{}services/{id}.yaml", home(local.as_ref()));
    create(portal, path, &draft(&id, local.as_ref()))
}

/// A record that says `paused` until somebody has filled and checked it.
fn draft(id: &ServiceId, local: Option<&LocalityId>) -> String {
    format!(
        "# Fill in what you know, and take out the lines that you do not need.\n\
         name: {}\n\
         org: who-runs-it                  # an id of organisations.yaml\n\
         summary: Say in one sentence what a carer gets here.\n\
         # about: |                        # more, as Markdown\n\
         #   What happens when you come or call.\n\
         topics: []                        # ids of topics.yaml\n\
         for: []                           # ids of audiences.yaml\n\
         ages: any                         # 18+, 5-17, under 18, any\n\
         area: [{}]                        # ids of places, GSS codes, or uk\n\
         eligibility: none                 # or say who can use it\n\
         cost: free                        # or say what it costs\n\
         how: [self-referral]              # drop-in, self-referral, professional-referral, appointment, membership\n\
         attend: [phone]                   # venue, online, phone, home-visit\n\
         contact:\n  \
           phone: \"\"                       # with its area code\n  \
           # email: hello@example.org\n  \
           # web: https://example.org\n\
         # when: [Mon 10:00-12:00]\n\
         # venues: [{{ at: an-id-of-venues-yaml }}]\n\
         status: paused                    # active once you have checked everything\n\
         # checked: 2026-01-31             # the day a person last checked it\n\
         # checked_by: you@example.org\n",
        title(id.as_str()),
        local.map_or("uk", LocalityId::as_str),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_of_a_place_is_for_that_place() {
        let place = LocalityId::new("harborough").unwrap();
        let text = draft(&ServiceId::new("carers-cafe").unwrap(), Some(&place));
        assert!(text.contains("\nname: Carers cafe\n") && text.contains("\narea: [harborough] "), "{text}");
        assert!(text.contains("\ncontact:\n  phone: \"\" "), "{text}");
    }
}
