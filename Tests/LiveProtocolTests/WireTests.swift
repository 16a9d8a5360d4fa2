import LiveProtocol
import Testing

@Suite("Frames on the wire")
struct WireTests {
    static let clientFrames: [(ClientMessage, String, String)] = [
        (
            .join(
                JoinRequest(
                    address: .url("http://localhost/items?page=2"), params: ["_mounts": 0, "_mount_attempts": 0],
                    session: "S", staticToken: "T", flash: "F")),
            "phx_join",
            #"{"url":"http://localhost/items?page=2","params":{"_mounts":0,"_mount_attempts":0},"session":"S","static":"T","flash":"F","sticky":false}"#
        ),
        (
            .join(JoinRequest(address: .redirect("http://localhost/b"), session: "S")), "phx_join",
            #"{"redirect":"http://localhost/b","params":{},"session":"S","static":null,"sticky":false}"#
        ),
        (
            .event(EventPush(type: "click", event: "inc", value: .json(["value": ""]), component: 3)), "event",
            #"{"type":"click","event":"inc","value":{"value":""},"cid":3}"#
        ),
        (
            .event(
                EventPush(
                    type: "form", event: "v", value: .form("a=5&_unused_n=&n=2"), meta: ["_target": "a"],
                    uploads: [
                        "phx-U": [
                            UploadEntry(path: "avatar", reference: "0", name: "a.txt", type: "text/plain", size: 14)
                        ]
                    ])),
            "event",
            #"{"type":"form","event":"v","value":"a=5&_unused_n=&n=2","meta":{"_target":"a"},"uploads":{"phx-U":[{"path":"avatar","ref":"0","last_modified":0,"name":"a.txt","relative_path":"","type":"text/plain","size":14}]}}"#
        ),
        (.livePatch(url: "http://h/p?x=1"), "live_patch", #"{"url":"http://h/p?x=1"}"#),
        (.componentsWillBeDestroyed([3, 4]), "cids_will_destroy", #"{"cids":[3,4]}"#),
        (.componentsDestroyed([3]), "cids_destroyed", #"{"cids":[3]}"#),
        (
            .allowUpload(UploadPreflight(reference: "phx-U", entries: [], component: 2)), "allow_upload",
            #"{"ref":"phx-U","entries":[],"cid":2}"#
        ),
        (
            .uploadProgress(UploadProgress(reference: "phx-U", entryReference: "0", state: .percent(42))), "progress",
            #"{"event":null,"ref":"phx-U","entry_ref":"0","progress":42}"#
        ),
        (
            .uploadProgress(UploadProgress(reference: "phx-U", entryReference: "0", state: .failed(reason: "x"))),
            "progress", #"{"event":null,"ref":"phx-U","entry_ref":"0","progress":{"error":"x"}}"#
        ),
        (.joinUpload(token: "SFMyToken"), "phx_join", #"{"token":"SFMyToken"}"#),
        (.leave, "phx_leave", "{}"),
    ]

    @Test("every message of a client is written as servers know it, and read back", arguments: clientFrames)
    func client(message: ClientMessage, name: String, payload: String) throws {
        let frame = ClientFrame(joinReference: 4, reference: 7, topic: "lv:phx-F9a", message: message)
        #expect(frame.json == #"["4","7","lv:phx-F9a","\#(name)",\#(payload)]"#)
        #expect(try ClientFrame(parsing: frame.json) == frame)
    }

    static let serverMessages: [(ServerMessage, ClientMessage?, String, String)] = [
        (
            .reply(
                .joined(
                    JoinReply(
                        rendered: Diff(
                            root: NodeDiff(
                                statics: .pieces(Statics(["<h1>", "</h1>"])), dynamics: [0: .text("Hi")]),
                            events: [PushedEvent(name: "ready", payload: [:])], title: "Home"),
                        version: "1.2.10", livePatch: LivePatch(to: "/items?page=1"),
                        container: ViewContainer("section", ["class": "wide"])))),
            .join(JoinRequest(address: .nested, session: "")), "phx_reply",
            #"{"status":"ok","response":{"rendered":{"s":["<h1>","</h1>"],"0":"Hi","e":[["ready",{}]],"t":"Home"},"liveview_version":"1.2.10","live_patch":{"to":"/items?page=1","kind":"push"},"container":["section",{"class":"wide"}]}}"#
        ),
        (
            .reply(.refused(.liveRedirect(LiveRedirect(to: "/b", kind: .replace, flash: "F"), events: []))),
            .join(JoinRequest(address: .nested, session: "")), "phx_reply",
            #"{"status":"error","response":{"live_redirect":{"to":"/b","kind":"replace","flash":"F"}}}"#
        ),
        (
            .reply(.refused(.reload(status: 404, token: "x"))), .join(JoinRequest(address: .nested, session: "")),
            "phx_reply", #"{"status":"error","response":{"reason":"reload","status":404,"token":"x"}}"#
        ),
        (
            .reply(.handled(Diff(root: NodeDiff(dynamics: [0: .text("3")]), reply: ["ok": true]))), .leave, "phx_reply",
            #"{"status":"ok","response":{"diff":{"0":"3","r":{"ok":true}}}}"#
        ),
        (.reply(.handled(nil)), .leave, "phx_reply", #"{"status":"ok","response":{}}"#),
        (.reply(.linkRedirect), .leave, "phx_reply", #"{"status":"ok","response":{"link_redirect":true}}"#),
        (
            .reply(.redirect(Redirect(to: "/login", status: 302, flash: "S"))), .leave, "phx_reply",
            #"{"status":"ok","response":{"redirect":{"to":"/login","status":302,"flash":"S"}}}"#
        ),
        (
            .reply(.componentsDeleted([3])), .componentsDestroyed([3]), "phx_reply",
            #"{"status":"ok","response":{"cids":[3]}}"#
        ),
        (
            .reply(.upload(UploadReply(reference: "U", configuration: ["max_entries": 1], entries: ["0": "tok"]))),
            .allowUpload(UploadPreflight(reference: "U", entries: [])), "phx_reply",
            #"{"status":"ok","response":{"ref":"U","config":{"max_entries":1},"entries":{"0":"tok"},"errors":{}}}"#
        ),
        (
            .reply(.failed(["reason": "no"])), .leave, "phx_reply", #"{"status":"error","response":{"reason":"no"}}"#
        ),
        (.livePatch(LivePatch(to: "/a")), nil, "live_patch", #"{"to":"/a","kind":"push"}"#),
        (.liveRedirect(LiveRedirect(to: "/a")), nil, "live_redirect", #"{"to":"/a","kind":"push"}"#),
        (.redirect(Redirect(to: "/a")), nil, "redirect", #"{"to":"/a"}"#),
        (.close, nil, "phx_close", "{}"),
        (.error, nil, "phx_error", "{}"),
    ]

    @Test("every message of a server is written as clients know it, and read back", arguments: serverMessages)
    func server(message: ServerMessage, request: ClientMessage?, name: String, payload: String) throws {
        let frame = ServerFrame(joinReference: 4, reference: 7, topic: "lv:x", message: message)
        #expect(frame.json == #"["4","7","lv:x","\#(name)",\#(payload)]"#)
        #expect(try ServerFrame(parsing: frame.json, replyingTo: request) == frame)
    }

    @Test("a message that is none names the place")
    func refusal() {
        let error = #expect(throws: JSONDecodingError.self) {
            try ClientFrame(parsing: #"["4","5","lv:x","shout",{}]"#)
        }
        #expect(
            error?.description == #"3: expected the name of a client's message such as "event", found "shout""#)
    }
}
