import Gallery
import LiveProtocol
import Testing
import Viewfinder
import ViewfinderTesting

/// The gallery's pages, worked as an app's own tests would.
@Suite struct LivePageTests {
    @Test func `the settings are saved, and say so in a banner`() async throws {
        let page = try await Gallery.page("/settings")
        try page.submit("Save")
        #expect(page.flash == ["error": "Name cannot be blank."])
        try page.dismiss("error")
        #expect(page.flash.isEmpty)
        try page.fill("Name", with: "Ada")
        try page.submit()
        #expect(page.flash["info"] == "Saved — welcome, Ada!")
        #expect(page.context == ["name": "Ada"])
        #expect(try page.value(of: "Name") == "Ada")
        #expect(page.pushed.map(\.event) == ["save"])
        #expect(page.title == "Settings")
    }

    @Test func `fields go along with a submission by their names`() async throws {
        let page = try await Gallery.page("/settings")
        try page.submit("Save", with: ["name": "Grace"])
        #expect(page.flash["info"] == "Saved — welcome, Grace!")
        try page.submit(with: ["name": "Ada"])
        #expect(page.flash["info"] == "Saved — welcome, Ada!")
    }

    @Test func `what looks like a variable is a text like others`() async throws {
        let page = try await Gallery.page("/settings")
        try page.fill("Name", with: "${name} $${x} é")
        #expect(try page.value(of: .field("name")) == "${name} $${x} é")
    }

    @Test func `a page starts with the keyboard of a person`() async throws {
        let page = try await Gallery.page("/settings")
        try page.focus("Name")
        try page.type("Bo")
        try page.press("backspace")
        try page.paste("ris")
        #expect(try page.value(of: "Name") == "Bris")
        #expect(try page.isFocused("Name"))
        try page.press("enter")
        try page.expect("welcome, Bris!")
    }

    @Test func `a deed that cannot be done is told with its place, what is near, and the frame`() async throws {
        let page = try await Gallery.page("/settings")
        let failure = try #require(throws: PageFailure.self) {
            try page.click(.role("button", named: "Sav"), line: 77, column: 9)
        }
        #expect(
            failure.description.hasPrefix(
                """
                Tests/ViewfinderTestingTests/LivePageTests.swift:77:9: click: { role: button, named: Sav }
                  there is no { role: button, named: Sav } to be seen
                  nearest:
                    { role: button, named: Save }
                """))
        #expect(failure.description.contains("|Settings"))
    }

    @Test func `a step that makes no sense is told, and does nothing`() async throws {
        let page = try await Gallery.page("/settings")
        let failure = try #require(throws: PageFailure.self) { try page.perform(["clik": "Save"]) }
        #expect(failure.description.contains("unknown step \"clik\"; did you mean \"click\""))
        #expect(throws: PageFailure.self) { try page.click(.css("::nothing(")) }
        #expect(throws: PageFailure.self) { try page.press("hyper+q") }
    }

    @Test func `a path without a view fails where it was opened`() async throws {
        await #expect(throws: PageFailure.self) { try await Gallery.page("/nowhere") }
    }

    @Test func `time stands still until it is told to pass`() async throws {
        let page = try await Gallery.page("/clock")
        let before = page.text
        #expect(page.text == before)
        try page.advance(by: .milliseconds(61_500))
        #expect(page.text != before)
    }

    @Test func `targets are told apart by what they lie in and by number`() async throws {
        let page = try await TwoListsView().page()
        #expect(page.count(of: .role("button", named: "Buy")) == 4)
        try page.click(.role("button", named: "Buy").within(.role("list", named: "Fruit")).nth(2))
        #expect(page.flash["info"] == "pear")
        #expect(try page.text(of: .css("#fruit li:first-child")).hasPrefix("apple"))
        #expect(!page.has(.text("plum")))
        try page.expectAbsent("plum")
    }

    @Test func `a handler that throws fails the deed that reached it`() async throws {
        let page = try await TwoListsView().page()
        let failure = try #require(throws: PageFailure.self) { try page.click("Break") }
        #expect(failure.description.contains("out of stock"))
        #expect(page.has("Break"))
    }

    @Test func `two windows are two people in one app`() async throws {
        let page = try await Gallery.page("/shared-counter")
        try page.window("second")
        try page.open("/shared-counter")
        try page.click(.role("button").nth(1))
        #expect(page.text.contains("count -1"))
        try page.window("first")
        try page.expect("count -1")
    }

    @Test func `each page has an app of its own`() async throws {
        let page = try await Gallery.page("/shared-counter")
        let before = page.text
        let other = try await Gallery.page("/shared-counter")
        try other.click(.role("button").nth(1))
        #expect(page.text == before)
    }

    @Test func `chance is the same in every run, as in scenarios`() async throws {
        func rolls() async throws -> [String] {
            let page = try await Gallery.page("/counter/0")
            return try (1...12).map { _ in
                try page.click("Roll a die")
                return page.text
            }
        }
        #expect(try await rolls() == rolls())
    }

    @Test func `a snapshot is kept beside the test, under the test's name`() async throws {
        let page = try await Gallery.page("/settings", columns: 40, rows: 8)
        try page.snapshot("at first")
        try page.fill("Name", with: "Ada")
        #expect(throws: PageFailure.self) { try page.snapshot("at first") }
    }
}

private struct TwoListsView: LiveView {
    struct OutOfStock: Error, CustomStringConvertible { var description: String { "out of stock" } }

    struct Context: LiveContext {}

    enum Event: Codable, Sendable {
        case buy(what: String)
        case crash
    }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .buy(let what): socket.putFlash("info", what)
        case .crash: throw OutOfStock()
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        \(meta.flashBanners())
        \(list("Bread", ["rye", "spelt"]))
        \(list("Fruit", ["apple", "pear"]))
        <button \(on: .click, Event.crash)>Break</button>
        """
    }

    private func list(_ name: String, _ things: [String]) -> Rendered {
        """
        <ul id="\(name.lowercased())" aria-label="\(name)">
          \(each(things, by: \.self) { thing in
              "<li>\(thing) <button \(on: .click, Event.buy(what: thing))>Buy</button></li>"
          })
        </ul>
        """
    }
}
