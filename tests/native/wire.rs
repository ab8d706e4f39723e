//! The wire form of the protocol: a change of it without a new version number fails here.

use expect_test::expect;
use vivarium_protocol::{
    Console, Errno, ExitStatus, Fd, FileChange, FromWorker, Lease, Mode, OpenFlags,
    PROTOCOL_VERSION, ParseError, Pid, PollEvents, PollFd, Program, Reply, RequestId, Seed, Signal,
    StartFile, Syscall, Timespec, ToWorker, WaitStatus, decode, encode,
};

const REQUEST: RequestId = RequestId(7);

fn lines<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(
    messages: Vec<T>,
) -> String {
    let mut text = format!("version {PROTOCOL_VERSION}\n");
    for message in messages {
        let json = serde_json::to_string(&message).expect("a message has a JSON form");
        assert_eq!(
            serde_json::from_str::<T>(&json).expect("it was just written"),
            message,
            "it must read back"
        );
        text.push_str(&json);
        text.push('\n');
    }
    text
}

#[test]
fn what_the_page_says_to_a_worker() {
    let program = Program {
        pid: Pid(1),
        argv: vec!["main.py".into()],
        env: vec![("HOME".into(), "/home/learner".into())],
        cwd: "/home/learner".into(),
        mode: Mode::Lockstep { seed: Seed(3), budget: Some(1000) },
        clock: None,
        traced: false,
        schedule: None,
        console: [Console::Collected, Console::Terminal, Console::Other],
        columns: 80,
        rows: 24,
        files: vec![StartFile { path: "/tmp/a".into(), data: vec![1].into() }],
        stdin: vec![2].into(),
    };
    let reply = |result| ToWorker::Reply { id: REQUEST, result };
    let ready = vec![PollFd { fd: Fd(0), events: PollEvents(PollEvents::IN) }];
    let waited = Some((Pid(2), WaitStatus::Signaled(Signal::TERM)));
    let (source, filename) = ("1".to_owned(), "a.py".to_owned());
    expect![[r#"
        version 4
        {"Start":{"pid":1,"argv":["main.py"],"env":[["HOME","/home/learner"]],"cwd":"/home/learner","mode":{"Lockstep":{"seed":3,"budget":1000}},"clock":null,"traced":false,"schedule":null,"console":["Collected","Terminal","Other"],"columns":80,"rows":24,"files":[{"path":"/tmp/a","data":[1]}],"stdin":[2]}}
        {"Reply":{"id":7,"result":{"Ok":"Done"}}}
        {"Reply":{"id":7,"result":{"Ok":{"Count":4}}}}
        {"Reply":{"id":7,"result":{"Ok":{"Fd":3}}}}
        {"Reply":{"id":7,"result":{"Ok":{"Data":[255]}}}}
        {"Reply":{"id":7,"result":{"Ok":{"WindowSize":{"columns":80,"rows":24}}}}}
        {"Reply":{"id":7,"result":{"Ok":{"Ready":[{"fd":0,"events":1}]}}}}
        {"Reply":{"id":7,"result":{"Ok":{"Waited":[2,{"Signaled":15}]}}}}
        {"Reply":{"id":7,"result":{"Err":"ENOENT"}}}
        {"Signal":2}
        {"OutputTaken":{"bytes":10}}
        {"Parse":{"id":7,"source":"1","filename":"a.py"}}
    "#]]
    .assert_eq(&lines(vec![
        ToWorker::Start(Box::new(program)),
        reply(Ok(Reply::Done)),
        reply(Ok(Reply::Count(4))),
        reply(Ok(Reply::Fd(Fd(3)))),
        reply(Ok(Reply::Data(vec![255].into()))),
        reply(Ok(Reply::WindowSize { columns: 80, rows: 24 })),
        reply(Ok(Reply::Ready(ready))),
        reply(Ok(Reply::Waited(waited))),
        reply(Err(Errno::ENOENT)),
        ToWorker::Signal(Signal::INT),
        ToWorker::OutputTaken { bytes: 10 },
        ToWorker::Parse { id: REQUEST, source, filename },
    ]));
}

#[test]
fn what_a_worker_says_to_the_page() {
    let at = Timespec { sec: 5, nsec: 6 };
    let request = |call| FromWorker::Request { id: REQUEST, at, signals: 1, call };
    let (path, flags) = ("a".to_owned(), OpenFlags(OpenFlags::CREAT));
    let error = ParseError {
        message: "invalid syntax".into(),
        line: 1,
        column: 2,
        end_line: 1,
        end_column: 3,
    };
    let change = FileChange { path: "/tmp/a".into(), data: None };
    let message = "it broke".to_owned();
    expect![[r#"
        version 4
        {"Ready":{"protocol":1,"build":"b","can_block":true}}
        {"Request":{"id":7,"at":{"sec":5,"nsec":6},"signals":1,"call":{"Open":{"at":null,"path":"a","flags":64,"mode":438}}}}
        {"Request":{"id":7,"at":{"sec":5,"nsec":6},"signals":1,"call":{"Write":{"fd":4,"data":[0]}}}}
        {"Request":{"id":7,"at":{"sec":5,"nsec":6},"signals":1,"call":"Getcwd"}}
        {"Output":{"fd":1,"data":[104]}}
        {"Parsed":{"id":7,"errors":[{"message":"invalid syntax","line":1,"column":2,"end_line":1,"end_column":3}]}}
        {"Exited":{"status":{"Exited":0},"files":[{"path":"/tmp/a","data":null}]}}
        {"Exited":{"status":{"Crashed":{"message":"it broke"}},"files":[]}}
    "#]]
    .assert_eq(&lines(vec![
        FromWorker::Ready { protocol: 1, build: "b".into(), can_block: true },
        request(Syscall::Open { at: None, path, flags, mode: 0o666 }),
        request(Syscall::Write { fd: Fd(4), data: vec![0].into() }),
        request(Syscall::Getcwd),
        FromWorker::Output { fd: Fd::STDOUT, data: vec![104].into() },
        FromWorker::Parsed { id: REQUEST, errors: vec![error] },
        FromWorker::Exited { status: ExitStatus::Exited(0), files: vec![change] },
        FromWorker::Exited { status: ExitStatus::Crashed { message }, files: Vec::new() },
    ]));
}

#[test]
fn several_messages_in_one_post_come_in_order() {
    let taken = Ok(Reply::Taken { units: 3 });
    let ahead = Ok(Reply::DataAhead { data: vec![0; 4].into(), ahead: vec![1, 2].into() });
    let messages = vec![
        ToWorker::Reply { id: REQUEST, result: taken },
        ToWorker::Recall(Lease::Ahead(Fd(5))),
        ToWorker::Reply { id: REQUEST, result: ahead },
        ToWorker::Reply { id: REQUEST, result: Err(Errno::EPIPE) },
    ];
    let bytes = messages.iter().try_fold(Vec::new(), |bytes, message| encode(message, bytes));
    let bytes = bytes.expect("each has a binary form");
    assert_eq!(decode(&bytes), Ok(messages));
    assert!(decode::<ToWorker>(&bytes[..bytes.len() - 1]).is_err(), "it is cut");
}
