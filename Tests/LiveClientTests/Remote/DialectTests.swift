import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

struct DialectTests {
    @Test(arguments: [
        (nil as String?, true, false, true), ("0.17.5", true, false, true), ("0.20.17", true, false, true),
        ("1.0.0", true, true, false), ("1.0.17", true, true, false), ("1.1.0-rc.0", false, true, false),
        ("1.2.10", false, true, false), ("2.0.0", false, true, false), ("", true, false, true),
    ])
    func `A version tells the dialect`(version: String?, putsMeta: Bool, marksUnused: Bool, hidesFeedback: Bool) {
        let dialect = Dialect(version: version)
        #expect(dialect.putsMetaAmongFields == putsMeta)
        #expect(dialect.marksUnusedFields == marksUnused)
        #expect(dialect.hidesFeedback == hidesFeedback)
    }

    /// A page with a form, joined at a server that names a version.
    private func page(_ version: String?) throws -> (client: LiveClient, host: SlowHost) {
        let host = SlowHost()
        let client = LiveClient(host: host, clock: VirtualClock())
        client.open("/")
        client.settle()
        host.answer(PageResponse(html: #"<div id="v1" data-phx-main data-phx-session="S"></div>"#))
        client.settle()
        let transport = try #require(host.transports.first)
        transport.state = .open
        let html = """
            <form id="f" phx-change="check" phx-submit="save" phx-value-kind="x y">\
            <input id="a" name="a" value="1"><input id="b" name="b[]" value="2">\
            <p id="of-a" phx-feedback-for="a" class="error">a is wrong</p>\
            <p id="of-b" phx-feedback-for="b">b is wrong</p></form>
            """
        transport.reply(
            .joined(JoinReply(rendered: Diff(root: NodeDiff(statics: .pieces(Statics([html])))), version: version)))
        client.settle()
        return (client, host)
    }

    private func lastPush(_ host: SlowHost) throws -> EventPush {
        guard case .event(let push)? = host.transports.first?.sent.last?.message else { throw Missing() }
        return push
    }

    private struct Missing: Error {}

    @Test(arguments: [
        ("0.20.17", "a=9&b%5B%5D=2&_target=a&kind=x+y", nil as EventValues?),
        ("1.0.4", "a=9&_unused_b%5B%5D=&b%5B%5D=2&_target=a&kind=x+y", nil),
        ("1.2.10", "a=9&_unused_b%5B%5D=&b%5B%5D=2", ["_target": "a", "kind": "x y"] as EventValues?),
    ])
    func `A change is spelled as the server reads it`(version: String, fields: String, meta: EventValues?) throws {
        let (client, host) = try page(version)
        client.input("9", into: try #require(client.document.element(withID: "a")))
        let push = try lastPush(host)
        #expect(push.value == .form(fields))
        #expect(push.meta == meta)
    }

    @Test func `A submit of the old dialect has the form's own values among its fields`() throws {
        let (client, host) = try page("0.20.17")
        client.submit(try #require(client.document.element(withID: "f")))
        #expect(try lastPush(host).value == .form("a=1&b%5B%5D=2&kind=x+y"))
    }

    private func classes(_ client: LiveClient, _ id: String) throws -> String? {
        client.document.attribute("class", of: try #require(client.document.element(withID: id)))
    }

    @Test func `What tells of a field is hidden until the field was used, in the old dialect`() throws {
        let (client, host) = try page("0.20.17")
        #expect(try classes(client, "of-a") == "error phx-no-feedback")
        #expect(try classes(client, "of-b") == "phx-no-feedback")
        client.input("9", into: try #require(client.document.element(withID: "a")))
        #expect(try classes(client, "of-a") == "error phx-no-feedback")
        host.transports.first?.reply(.handled(nil))
        client.settle()
        #expect(try classes(client, "of-a") == "error")
        #expect(try classes(client, "of-b") == "phx-no-feedback")
        client.submit(try #require(client.document.element(withID: "f")))
        host.transports.first?.reply(.handled(nil))
        client.settle()
        #expect(try classes(client, "of-b") != "phx-no-feedback")
    }

    @Test func `Later dialects leave it alone`() throws {
        let (client, _) = try page("1.0.0")
        #expect(try classes(client, "of-a") == "error")
    }
}
