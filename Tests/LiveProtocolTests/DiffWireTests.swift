import LiveProtocol
import Testing

@Suite("Diffs on the wire")
struct DiffWireTests {
    @Test(
        "every form of node survives the way to text and back",
        arguments: [
            #"{"0":"B"}"#,
            #"{"s":["<ul>","</ul>"],"0":{"s":["<li>","</li>"],"k":{"0":{"0":"a"},"1":{"0":"b"},"kc":2}}}"#,
            #"{"0":{"k":{"0":2,"1":[0,{"0":"A2"}],"kc":2,"km":true}}}"#,
            #"{"0":{"k":{"kc":0}}}"#,
            #"{"0":{"d":[["a",1],["b",{"s":["x"]}]]}}"#,
            #"{"0":{"k":{"0":{"1":{"s":0,"0":"yy"}},"kc":1},"p":{"0":["<u>","</u>"]}}}"#,
            #"{"0":1,"c":{"1":{"s":["<b>","</b>"],"0":"x","r":1},"2":{"s":-1,"0":"y"}}}"#,
            #"{"0":{"stream":["s",[["a",-1,null,false],["b",0,5,true]],["c"],true]}}"#,
            #"{"0":"x","e":[["a",{}],["b",{"n":1},true]],"t":"New","r":{"ok":true}}"#,
        ])
    func roundTrip(text: String) throws {
        let diff = try Diff(parsing: text)
        #expect(try JSONValue(parsing: diff.json) == JSONValue(parsing: text))
        #expect(diff.jsonSize == diff.json.utf8.count)
    }

    @Test("statics in a component's node link to a component, elsewhere to a template")
    func links() throws {
        let diff = try Diff(parsing: #"{"0":{"s":0,"p":{"0":["a"]}},"c":{"2":{"s":1}}}"#)
        #expect(diff.components[2]?.statics == .component(1))
        #expect(diff.root.dynamics[0] == .node(NodeDiff(statics: .template(0), templates: [0: Statics(["a"])])))
    }

    @Test("`r` at the top of a joined tree is no reply")
    func joinRoot() throws {
        let frame = try ServerFrame(
            parsing: #"["1","1","lv:x","phx_reply",{"status":"ok","response":{"rendered":{"s":["x"],"r":1}}}]"#,
            replyingTo: .join(JoinRequest(address: .nested, session: "")))
        guard case .reply(.joined(let reply)) = frame.message else {
            Issue.record("not a join's reply")
            return
        }
        #expect(reply.rendered.reply == nil)
        #expect(!reply.rendered.root.isRoot)
    }
}
