//! Turns small edits into what is done for them, and what is not.

use super::*;
use crate::manifest::PrintRecord;
use crate::plan::prints::Version;

const OUT: &str = "/portal/public";
const STATE: &str = "/portal/.public.fingerpost";

fn keyed(key: &str) -> PublishOptions {
    PublishOptions { key: Some(Hash::of(key.as_bytes())), ..options(OUT) }
}

fn is_current(disk: &MemoryTarget, options: &PublishOptions) -> bool {
    let still = still();
    let publisher = Publisher::begin(disk, options, &still).unwrap();
    options.key.is_some_and(|key| publisher.is_made_from(key))
}

/// What is listed and read of a site that is whole.
fn closer(disk: &MemoryTarget) -> usize {
    let cancel = still();
    let publisher = Publisher::begin(disk, &options(OUT), &cancel).unwrap();
    assert!(publisher.live.is_whole);
    publisher.live.closer
}

fn state(disk: &MemoryTarget) -> Vec<String> {
    disk.list(Path::new(STATE)).unwrap().into_iter().map(|listed| listed.name).collect()
}

#[test]
fn one_file() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    for edit_only in [true, false] {
        let some = format!("en/money/index.html {edit_only}");
        let site = with(old_site(), &some);
        let faulty = FaultyTarget::new(disk.clone(), Fault::None);
        let done = if edit_only { edit(&faulty, &options(OUT), &tree(&some)) } else { build(&faulty, &site) };
        assert_eq!(
            done.unwrap(),
            Published { written: 1, unchanged: 8, removed: 0, bytes: site.values().map(|b| b.len() as u64).sum() }
        );
        assert_eq!(public(&disk), Some(site));
        assert_eq!(state(&disk), ["live.json", "lock"]);
        // Four to look, two to write, five for the journal, one to put it in place, one to tidy, one for the manifest.
        assert_eq!(faulty.done(), 14);
    }
}

#[test]
fn a_file_after_what_helps_to_find_it() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    let some = "search/words new\nen/money/index.html new";
    let faulty = FaultyTarget::new(disk.clone(), Fault::None);
    edit(&faulty, &options(OUT), &tree(some)).unwrap();
    assert_eq!(public(&disk), Some(with(old_site(), some)));
    assert_eq!(state(&disk), ["live.json", "lock"]);
    assert_eq!(faulty.done(), 16, "one more is written, and put in place");
}

/// A quick look leaves out folders of one page, so nothing around them may be moved before a closer one.
#[test]
fn a_stranger_beside_a_page_is_seen_before_its_folder_moves() {
    let disk = disk();
    let site = tree("a/x/index.html x\na/y/index.html y\nb/z/index.html z\nsearch/words words");
    build(&disk, &site).unwrap();
    build(&disk, &with(site.clone(), "a/x/index.html second")).unwrap();
    write(&disk, "/portal/public/b/z/notes.txt", "mine");
    let quick = PublishOptions { closeness: Closeness::Quick, ..options(OUT) };
    edit(&disk, &quick, &tree("a/y/index.html new\nsearch/words new")).unwrap();
    assert_eq!(public(&disk).unwrap()["a/y/index.html"], b"new");
    for larger in ["a/x/index.html new\nb/z/index.html new", "b/z/index.html new\nb/new/index.html new", "top.html new"]
    {
        assert!(refusal(edit(&disk, &quick, &tree(larger))).ends_with("did not make: `b/z/notes.txt`"), "{larger}");
    }
    assert_eq!(public(&disk).unwrap()["b/z/notes.txt"], b"mine");
}

#[test]
fn what_a_quick_look_finds_damaged_is_still_ours() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    write(&disk, "/portal/public/was-folder/a", "cut");
    let quick = PublishOptions { closeness: Closeness::Quick, ..options(OUT) };
    build_with(&disk, &quick, &new_site()).unwrap();
    assert_eq!(public(&disk), Some(new_site()));
}

/// What a killed build left to do is not done where the folder is another by now.
#[test]
fn a_place_that_is_no_more_is_left_alone() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    let some = "search/words new\nen/money/index.html new";
    let killed = FaultyTarget::new(disk.copy(), Fault::Crash(12));
    edit(&killed, &options(OUT), &tree(some)).unwrap_err();
    let left = killed.disk.copy();
    assert_eq!(left.files(&Path::new(STATE).join("part")).unwrap().len(), 2);
    left.remove_tree(&Path::new(OUT).join("en")).unwrap();
    let site = with(old_site(), some);
    build(&left, &site).unwrap();
    assert_eq!(public(&left), Some(site));
    assert_eq!(left.kind(&Path::new(STATE).join("part")).unwrap(), None);
}

#[test]
fn a_folder() {
    for lines in [
        "en/money/index.html new\nen/gone/index.html new",
        "en/new/index.html new",
        "en/gone/index.html",
        "was-folder/a\nwas-folder/b/c new\nwas-folder/b",
    ] {
        let disk = disk();
        build(&disk, &old_site()).unwrap();
        let site = with(old_site(), lines);
        build(&disk, &site).unwrap();
        assert_eq!(public(&disk), Some(site.clone()), "{lines}");
        assert_eq!(state(&disk), ["live.json", "lock"]);
        let faulty = FaultyTarget::new(disk.clone(), Fault::None);
        build(&faulty, &site).unwrap();
        assert_eq!(faulty.done(), 4, "nothing is left to do");
        let names = |folder: &str| disk.list(&Path::new(OUT).join(folder)).unwrap().len();
        assert_eq!(
            names("en"),
            if lines.contains("new/index") {
                3
            } else if lines.ends_with("gone/index.html") {
                1
            } else {
                2
            }
        );
    }
}

#[test]
fn new_outputs_of_an_edit() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    edit(&disk, &options(OUT), &tree("top.html new\nen/index.html new")).unwrap();
    assert_eq!(public(&disk), Some(with(old_site(), "top.html new\nen/index.html new")));
    assert_eq!(disk.files(&Path::new(STATE).join("sibling")), Some(old_site()));
}

#[test]
fn where_folders_cannot_be_exchanged() {
    let mut target = FaultyTarget::new(disk(), Fault::None);
    target.exchanges = false;
    build(&target, &old_site()).unwrap();
    let site = with(old_site(), "en/money/index.html new\nen/gone/index.html new");
    build(&target, &site).unwrap();
    assert_eq!(public(&target.disk), Some(site));
    assert_eq!(state(&target.disk), ["live.json", "lock", "sibling", "sibling.json"]);
}

#[test]
fn more_than_is_held_in_memory() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    let mut site = old_site();
    for name in ["en/money/index.html", "en/gone/index.html", "was-file"] {
        site.insert(name.to_owned(), vec![b'x'; 5 * 1024 * 1024]);
        build(&disk, &site).unwrap();
        assert!(public(&disk) == Some(site.clone()), "{name}");
    }
    let all: Tree = site.keys().map(|path| (path.clone(), vec![b'y'; 3 * 1024 * 1024])).collect();
    build(&disk, &all).unwrap();
    assert!(public(&disk) == Some(all));
}

#[test]
fn a_key() {
    let disk = disk();
    assert!(!is_current(&disk, &keyed("a")), "nothing is published");
    build_with(&disk, &keyed("a"), &old_site()).unwrap();
    assert!(is_current(&disk, &keyed("a")));
    assert!(!is_current(&disk, &keyed("b")));
    assert!(!is_current(&disk, &options(OUT)), "no key");
    assert!(!is_current(&disk, &PublishOptions { reuse: Reuse::Nothing, ..keyed("a") }));

    let faulty = FaultyTarget::new(disk.clone(), Fault::None);
    let kept = edit(&faulty, &keyed("a"), &Tree::new()).unwrap();
    assert_eq!((kept.written, kept.unchanged, kept.removed, kept.bytes), (0, 9, 0, 38));
    assert_eq!(faulty.done(), 4, "nothing is written");

    edit(&disk, &keyed("b"), &tree("index.html new")).unwrap();
    assert!(is_current(&disk, &keyed("b")) && !is_current(&disk, &keyed("a")));
    edit(&disk, &keyed("c"), &Tree::new()).unwrap();
    assert!(is_current(&disk, &keyed("c")), "another key for the same site is written down");
    build(&disk, &with(old_site(), "index.html new")).unwrap();
    assert!(!is_current(&disk, &keyed("c")), "a build without a key");
}

#[test]
fn a_site_that_is_not_whole_has_no_key() {
    type Damage = fn(&MemoryTarget);
    let damages: [Damage; 4] = [
        |disk| disk.remove_file(Path::new("/portal/public/en/money/index.html")).unwrap(),
        |disk| disk.overwrite(Path::new("/portal/public/index.html"), b"x").unwrap(),
        |disk| disk.overwrite(Path::new("/portal/public/index.html"), b"OLD").unwrap(),
        |disk| disk.remove_tree(Path::new("/portal/public")).unwrap(),
    ];
    for damage in damages {
        let disk = disk();
        build_with(&disk, &keyed("a"), &old_site()).unwrap();
        damage(&disk);
        assert!(!is_current(&disk, &keyed("a")));
        assert_eq!(refusal(edit(&disk, &keyed("a"), &Tree::new())), "the site is not whole");
        build_with(&disk, &keyed("a"), &old_site()).unwrap();
        assert!(is_current(&disk, &keyed("a")));
        assert_eq!(public(&disk), Some(old_site()));
    }
    let afresh = PublishOptions { reuse: Reuse::Nothing, ..keyed("a") };
    let disk = disk();
    build_with(&disk, &keyed("a"), &old_site()).unwrap();
    assert_eq!(refusal(edit(&disk, &afresh, &Tree::new())), "the site is not whole");
    build_with(&disk, &afresh, &old_site()).unwrap();
    assert_eq!(public(&disk), Some(old_site()));
}

/// A damaged output that the next site does not have is still ours, and goes.
#[test]
fn a_damaged_output_that_is_no_more() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    write(&disk, "/portal/public/same.html", "cut off");
    let site = with(old_site(), "same.html");
    build(&disk, &site).unwrap();
    assert_eq!(public(&disk), Some(site));
}

/// A build that is thrown away takes links from the published files, which changes their times.
#[test]
fn what_was_read_once_is_not_read_again() {
    let disk = disk();
    let site: Tree = (0..100).map(|number| (format!("{number}.html"), vec![b'a'; number])).collect();
    build(&disk, &site).unwrap();
    build(&disk, &with(site.clone(), "0.html new\n1.html new")).unwrap();
    build(&disk, &site).unwrap();
    disk.remove_file(&Path::new(STATE).join("sibling.json")).unwrap();
    disk.remove_tree(&Path::new(STATE).join("sibling")).unwrap();
    assert!(closer(&disk) > CLOSER_AGAIN);
    build(&disk, &site).unwrap();
    assert_eq!(closer(&disk), 0);
}

/// Publishing moves folders itself; that must not make it look at all that is in them.
#[test]
fn nothing_is_looked_at_twice() {
    let disk = disk();
    let site = |number: usize| -> Tree {
        let page =
            |page: usize| (format!("{}/{page}/index.html", page % 3), format!("{}", page * number / 30).into_bytes());
        (0..60).map(page).chain([("index.html".to_owned(), vec![b'i'; number])]).collect()
    };
    for number in [0, 1, 2, 0, 1] {
        build(&disk, &site(number)).unwrap();
        assert_eq!(closer(&disk), 0, "after the whole site {number}");
    }
    for number in 0..5 {
        edit(&disk, &options(OUT), &tree(&format!("1/1/index.html n{number}"))).unwrap();
        assert_eq!(closer(&disk), 1, "after one file");
    }
    for number in 0..5 {
        edit(&disk, &options(OUT), &tree(&format!("1/1/index.html a{number}\n1/4/index.html a{number}"))).unwrap();
        // Twenty files and their folders, and the folder around them.
        assert_eq!(closer(&disk), 41, "after a folder");
    }
}

#[test]
fn files_put_into_a_folder_while_it_is_replaced_are_kept() {
    for (path, seen_as) in [
        ("en/notes.txt", "/portal/.public.fingerpost/strays"),
        ("en/money/notes.txt", "/portal/.public.fingerpost/strays"),
        ("en/mine/notes.txt", "/portal/.public.fingerpost/strays"),
        ("notes.txt", ""),
        ("was-folder/notes.txt", ""),
    ] {
        let disk = disk();
        build(&disk, &old_site()).unwrap();
        let cancel = still();
        let mut publisher = Publisher::begin(&disk, &options(OUT), &cancel).unwrap();
        publisher.keep_others().unwrap();
        publisher.put("en/money/index.html", b"new").unwrap();
        publisher.put("en/gone/index.html", b"new").unwrap();
        write(&disk, &format!("{OUT}/{path}"), "mine");
        publisher.commit().unwrap();
        let message = refusal(build(&disk, &old_site()));
        assert!(message.contains("notes.txt") && message.contains(seen_as), "{path}: {message}");
        assert!(refusal(build(&disk, &old_site())).contains("notes.txt"), "it stays so");
        let (folder, inner) = if seen_as.is_empty() { (OUT, path) } else { (seen_as, path.split_once('/').unwrap().1) };
        let stray = Path::new(folder).join(inner);
        assert_eq!(disk.read(&stray).unwrap(), b"mine");
        if !seen_as.is_empty() {
            assert!(refusal(clean(&disk, Path::new(OUT))).contains("notes.txt"));
        }
        disk.remove_file(&stray).unwrap();
        build(&disk, &old_site()).unwrap();
        assert_eq!(public(&disk), Some(old_site()));
    }
}

/// Somebody whose shell stands in a folder of the site before this one still writes there.
#[test]
fn files_put_into_the_sibling_while_it_grows_are_kept() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    build(&disk, &new_site()).unwrap();
    let cancel = still();
    let publisher = Publisher::begin(&disk, &options(OUT), &cancel).unwrap();
    for (path, content) in old_site() {
        publisher.put(&path, &content).unwrap();
    }
    publisher.stop_holding().unwrap();
    write(&disk, &format!("{STATE}/sibling/en/money/notes.txt"), "mine");
    publisher.commit().unwrap();
    assert_eq!(public(&disk), Some(old_site()));
    assert!(refusal(build(&disk, &new_site())).contains("`en/money/notes.txt`"));
    assert_eq!(disk.read(&Path::new(STATE).join("strays/en/money/notes.txt")).unwrap(), b"mine");
}

#[test]
fn clean_after_small_steps() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    build(&disk, &new_site()).unwrap();
    edit(&disk, &options(OUT), &tree("en/money/index.html x")).unwrap();
    edit(&disk, &options(OUT), &tree("en/money/index.html y\nen/new/deep/index.html y")).unwrap();
    assert_eq!(clean(&disk, Path::new(OUT)).unwrap(), Cleaned { removed: 8, kept: vec![] });
    assert_eq!(public(&disk), None);
    assert_eq!(disk.kind(Path::new(STATE)).unwrap(), None);
}

#[test]
fn a_print_that_was_made_from_the_same_is_taken_over() {
    let disk = disk();
    let record = |key: &str| PrintRecord {
        code: serde_json::from_str("\"h4kd7cr\"").unwrap(),
        version: Version::default(),
        key: Hash::of(key.as_bytes()),
        pages: 2,
    };
    let (paths, key) = (["a/a-a5.pdf", "a/a-a5-booklet.pdf"], Hash::of(b"words"));
    let cancel = still();
    let publisher = Publisher::begin(&disk, &options(OUT), &cancel).unwrap();
    assert_eq!(publisher.keep_print(&paths, key).unwrap(), None, "there is none yet");
    paths.iter().for_each(|path| publisher.put(path, b"pdf").unwrap());
    publisher.note_print(paths[0], record("words"));
    publisher.commit().unwrap();

    let publisher = Publisher::begin(&disk, &options(OUT), &cancel).unwrap();
    assert_eq!(publisher.keep_print(&paths, Hash::of(b"other words")).unwrap(), None);
    assert_eq!(publisher.keep_print(&paths, key).unwrap().map(|(kept, _)| kept), Some(record("words")));
    let published = publisher.commit().unwrap();
    assert_eq!((published.written, published.unchanged), (0, 2));

    disk.remove_file(&Path::new(OUT).join(paths[1])).unwrap();
    let publisher = Publisher::begin(&disk, &options(OUT), &cancel).unwrap();
    assert_eq!(publisher.keep_print(&paths, key).unwrap(), None, "half of it is gone");
}
