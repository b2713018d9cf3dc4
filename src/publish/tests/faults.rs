//! Turns every operation of a build into the one at which it is killed or the disk fails.

use proptest::prelude::*;

use super::*;

/// How the disk under test differs from a good one.
#[derive(Clone, Copy, Debug)]
struct Abilities {
    exchanges: bool,
    links: bool,
}

const ALL_ABILITIES: [Abilities; 4] = [
    Abilities { exchanges: true, links: true },
    Abilities { exchanges: false, links: true },
    Abilities { exchanges: true, links: false },
    Abilities { exchanges: false, links: false },
];

fn faulty(disk: &MemoryTarget, fault: Fault, abilities: Abilities) -> FaultyTarget<MemoryTarget> {
    let mut target = FaultyTarget::new(disk.copy(), fault);
    (target.exchanges, target.links) = (abilities.exchanges, abilities.links);
    target
}

/// Sites published before the one that fails: the sibling is absent, older, or the very site that comes next.
fn histories() -> Vec<Vec<Tree>> {
    let other = tree("index.html other\nen x\nwas-folder/a a\nwas-file file");
    vec![vec![], vec![old_site()], vec![other, old_site()], vec![new_site(), old_site()], vec![Tree::new(), old_site()]]
}

/// What is built while something goes wrong: a site, from the old site if that has to be published before.
fn edits() -> Vec<(Vec<Vec<Tree>>, Tree)> {
    let small = [
        "en/money/index.html one file",
        "en/money/index.html two files\nen/gone/index.html two files",
        "en/new/deep/index.html a new file",
        "was-folder/a",
        "search/words new words\nen/money/index.html two files, one after the other",
    ];
    let twice = vec![with(old_site(), "en/money/index.html once\nen/gone/index.html once"), old_site()];
    let before = || vec![vec![old_site()], vec![new_site(), old_site()], twice.clone()];
    let mut edits: Vec<_> = small.iter().map(|lines| (before(), with(old_site(), lines))).collect();
    edits.push((histories(), new_site()));
    edits
}

/// Runs builds with the fault at every operation, until there are no more. `check` gets the disk, the site before and
/// the new one, and how the build ended.
fn at_every_operation(
    fault: fn(usize) -> Fault,
    check: impl Fn(&MemoryTarget, [&Option<Tree>; 2], Result<Published, Failure>),
) {
    for (abilities, (histories, new)) in
        ALL_ABILITIES.into_iter().flat_map(|abilities| edits().into_iter().map(move |edit| (abilities, edit)))
    {
        for history in histories {
            let good = faulty(&disk(), Fault::None, abilities);
            for site in &history {
                build(&good, site).unwrap();
            }
            let before = public(&good.disk);
            for at in 0.. {
                let failing = faulty(&good.disk, fault(at), abilities);
                let result = build(&failing, &new);
                check(&failing.disk.copy(), [&before, &Some(new.clone())], result);
                for third in [tree("index.html third\nsame.html same"), old_site()] {
                    let after = faulty(&failing.disk, Fault::None, abilities);
                    build(&after, &third).unwrap();
                    assert_eq!(public(&after.disk), Some(third));
                }
                if failing.done() <= at {
                    break;
                }
            }
        }
    }
}

/// What stands in the folder once the next build has looked at it, without building anything.
fn recovered(disk: &MemoryTarget) -> Option<Tree> {
    let cancel = still();
    drop(Publisher::begin(disk, &options("/portal/public"), &cancel).unwrap());
    public(disk)
}

/// Whether a site is the old one but for aids, which are the new one's.
fn is_between(site: Option<&Tree>, ends: [Option<&Tree>; 2]) -> bool {
    let (Some(site), [Some(old), Some(new)]) = (site, ends) else { return false };
    let is_aid = |path: &str| path.starts_with("search/");
    site.keys().eq(old.keys())
        && site.iter().all(|(path, bytes)| old.get(path) == Some(bytes) || is_aid(path) && new.get(path) == Some(bytes))
}

/// Whether files are yet to be put in place, one after the other.
fn is_under_way(disk: &MemoryTarget) -> bool {
    let Ok(journal) = disk.read(Path::new("/portal/.public.fingerpost/next.json")) else { return false };
    matches!(Manifest::from_json(&journal), Some(Manifest { part: Some(Portion::Files(_)), .. }))
}

#[test]
fn killed_at_every_operation() {
    at_every_operation(Fault::Crash, |disk, [before, new], result| {
        let after = &public(disk);
        let in_the_gap =
            after.is_none() && disk.kind(Path::new("/portal/.public.fingerpost/outgoing")).unwrap().is_some();
        let in_between = is_between(after.as_ref(), [before.as_ref(), new.as_ref()]);
        assert!(after == before || after == new || in_the_gap || in_between, "{result:?}");
        let recovered = &recovered(disk);
        assert!(recovered == before || recovered == new, "{result:?}");
        let goes_on = in_between || is_under_way(disk);
        assert!(in_the_gap || recovered == after || goes_on && recovered == new, "recovery takes nothing back");
    });
}

#[test]
fn full_from_every_operation() {
    at_every_operation(Fault::Full, |disk, [before, new], result| {
        let after = &public(disk);
        match result {
            Ok(_) => assert_eq!(after, new),
            Err(Failure::Environment { message, .. }) => {
                assert!(message.ends_with(": the disk is full"), "{message}");
                assert_eq!(after, before, "{message}");
            }
            Err(other) => panic!("{other}"),
        }
    });
}

#[test]
fn one_failure_at_every_operation() {
    at_every_operation(Fault::Once, |disk, [before, new], result| {
        let after = &public(disk);
        match result {
            Ok(_) => assert_eq!(after, new),
            Err(Failure::Environment { message, .. }) if message.contains("holds the new site") => {
                assert_eq!(after, new);
            }
            Err(Failure::Environment { message, .. }) if message.contains("not all of the new site is in place") => {
                assert!(after == before || is_between(after.as_ref(), [before.as_ref(), new.as_ref()]));
            }
            Err(failure) => assert_eq!(after, before, "{failure}"),
        }
        let recovered = &recovered(disk);
        assert!(recovered == before || recovered == new);
    });
}

#[test]
fn messages_are_plain() {
    let good = disk();
    build(&good, &old_site()).unwrap();
    let full = FaultyTarget::new(good.copy(), Fault::Full(5));
    let message = build(&full, &new_site()).unwrap_err().to_string();
    assert_eq!(message, "the new site cannot be written, and `/portal/public` stays as it was: the disk is full");
    let locked_out = FaultyTarget::new(disk(), Fault::Full(0));
    let message = build(&locked_out, &new_site()).unwrap_err().to_string();
    assert_eq!(message, "`/portal`, where the output folder lies, cannot be written to: the disk is full");
}

/// Few paths that often stand in each other's way, and short contents that often are the same.
fn any_site() -> impl Strategy<Value = Tree> {
    let paths = prop::sample::subsequence(vec!["a", "b/c", "b/d/e", "f", "search/h"], 0..=5);
    let swapped = prop::sample::subsequence(vec!["a/x/y", "b", "f/z", "search/h"], 0..=4);
    (prop_oneof![paths, swapped], prop::collection::vec(0u8..3, 5)).prop_map(|(paths, contents)| {
        paths
            .into_iter()
            .zip(contents)
            .map(|(path, content)| (path.to_owned(), vec![content; 1 + usize::from(content)]))
            .collect()
    })
}

fn any_fault() -> impl Strategy<Value = Fault> {
    prop_oneof![
        Just(Fault::None),
        (0usize..40).prop_map(Fault::Crash),
        (0usize..40).prop_map(Fault::Full),
        (0usize..40).prop_map(Fault::Once),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// After any sequence of builds and edits, whatever happened to them, the folder is the old site or the new one.
    #[test]
    fn any_sequence(steps in prop::collection::vec((any_site(), any::<bool>(), any_fault(), 0usize..4), 1..10)) {
        let mut disk = disk();
        let mut published: Option<Tree> = None;
        for (some, is_edit, fault, abilities) in steps {
            let failing = faulty(&disk, fault, ALL_ABILITIES[abilities]);
            let some = if is_edit { beside(some, published.as_ref()) } else { some };
            let (result, site) = match published.clone().filter(|_| is_edit) {
                Some(mut site) => {
                    site.extend(some.clone());
                    (edit(&failing, &options("/portal/public"), &some), site)
                }
                None => (build(&failing, &some), some),
            };
            disk = failing.disk.copy();
            let now = recovered(&disk);
            if result.is_ok() {
                prop_assert_eq!(&now, &Some(site));
            } else {
                prop_assert!(now == published || now == Some(site));
            }
            published = now;
        }
    }
}

/// Leaves out what would be a folder where the site has a file, or a file where it has a folder.
fn beside(some: Tree, site: Option<&Tree>) -> Tree {
    let in_the_way = |a: &str, b: &str| a.strip_prefix(b).is_some_and(|rest| rest.starts_with('/'));
    let fits = |path: &String| {
        site.is_none_or(|site| !site.keys().any(|other| in_the_way(path, other) || in_the_way(other, path)))
    };
    some.into_iter().filter(|(path, _)| fits(path)).collect()
}
