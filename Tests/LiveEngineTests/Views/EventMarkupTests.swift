import LiveProtocol
import Markup
import OrderedCollections
import Testing

@testable import LiveEngine

/// Events that markup names by their cases.
@Suite struct EventMarkupTests {
    enum Kind: String, Codable, CaseIterable { case small, large }
    enum Level: Int, Codable { case low = 1, high }

    enum Event: Codable, Sendable, Equatable {
        case save
        case deleteItem(id: Int)
        case rename(userId: String, isShown: Bool, note: String?)
        case pick(Int)
        case resize(kind: Kind)
        case tag(words: [String])
        case validate(user: FormInput)
        case weigh(level: Level)

        static func == (left: Event, right: Event) -> Bool { "\(left)" == "\(right)" }
    }

    enum Renamed: Codable, Sendable {
        case store(name: String)
        private enum CodingKeys: String, CodingKey { case store = "keep-it" }
    }

    private func html(_ rendered: Rendered) -> String { rendered.html }

    @Test func `a case is the name of an event, and what it carries are its values`() {
        #expect(html("<a \(on: .click, Event.save)>") == #"<a phx-click="save">"#)
        #expect(html("<a \(on: .click, Event.deleteItem(id: 7))>") == #"<a phx-click="deleteItem" phx-value-id="7">"#)
        #expect(
            html("<a \(on: .blur, Event.rename(userId: "<b>", isShown: true, note: nil))>")
                == #"<a phx-blur="rename" phx-value-user-id="&lt;b&gt;" phx-value-is-shown="true">"#)
        #expect(html("<a \(on: .click, Event.pick(3))>") == #"<a phx-click="pick" phx-value-value="3">"#)
        #expect(
            html("<a \(on: .click, Event.resize(kind: .large))>") == #"<a phx-click="resize" phx-value-kind="large">"#)
        #expect(html("<a \(on: .click, Renamed.store(name: "x"))>") == #"<a phx-click="keep-it" phx-value-name="x">"#)
    }

    @Test func `lists go along as the values of a command`() {
        let command = JS.push("tag", value: ["words": ["a", "b"]])
        #expect(html("<a \(on: .click, Event.tag(words: ["a", "b"]))>") == html("<a phx-click=\"\(command)\">"))
    }

    @Test func `a case whose values come from the page is named alone`() {
        #expect(html("<form \(on: .submit, Event.deleteItem)>") == #"<form phx-submit="deleteItem">"#)
        #expect(html("<form \(on: .change, Event.rename)>") == #"<form phx-change="rename">"#)
        #expect(html("<form \(on: .change, Event.validate)>") == #"<form phx-change="validate">"#)
        #expect(html("<form \(on: .change, Event.resize)>") == #"<form phx-change="resize">"#)
    }

    @Test func `a case that cannot be tried names no event of a view`() {
        #expect(html("<form \(on: .change, Event.weigh)>").contains("values that cannot be left out"))
    }

    @Test(arguments: [
        Event.save, .deleteItem(id: -1), .rename(userId: "a", isShown: false, note: "n"), .pick(9),
        .resize(kind: .small),
    ])
    func `what markup says is decoded as the same event`(event: Event) throws {
        let markup = html("\(on: .click, event)")
        var (name, values) = ("", OrderedDictionary<String, JSONValue>())
        for attribute in markup.split(separator: " ") {
            let parts = attribute.split(separator: "=", maxSplits: 1)
            let text = String(parts[1].dropFirst().dropLast())
            if parts[0] == "phx-click" { name = text } else { values[String(parts[0].dropFirst(10))] = .string(text) }
        }
        #expect(try EventDecoding.decode(Event.self, name: name, payload: Payload(.object(values))) == event)
    }

    @Test func `an event of a component goes to the component`() {
        let markup = html("<a \(on: .click, Event.save, target: ComponentTarget(cid: 4))>")
        #expect(markup == #"<a phx-click="save" phx-target="4">"#)
    }
}
