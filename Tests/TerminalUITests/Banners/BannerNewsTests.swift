import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct BannerNewsTests {
    private static func banner(_ key: String?, _ text: String, role: String = "") -> String {
        let value = key.map { #"phx-value-key="\#($0)""# } ?? ""
        return #"<p class="flash" \#(role) phx-click="lv:clear-flash" \#(value)>\#(text)</p>"#
    }

    /// A page that shows a banner when its button is pressed.
    private static func interface(
        _ banner: String, columns: Int = 80, rings: Bool = false
    ) -> Interface {
        let before = "<p>Hello</p><a href=\"/next\">Next</a><input>"
        let host = PagesHost(["/": before, "/next": banner + before])
        let size = Size(columns: columns, rows: 12)
        let simulator = Simulator(host: host, clock: VirtualClock(), size: size)
        simulator.open("/")
        var options = TerminalOptions()
        options.rings = rings
        return Interface(simulator: simulator, size: size, options: options) { .zero }
    }

    private static func footer(_ interface: Interface) -> String {
        interface.frame().text.split(separator: "\n").last.map(String.init) ?? ""
    }

    private static func press(_ keys: String, on interface: Interface) throws {
        for key in try Key.sequence(keys) { _ = interface.handle(.key(key)) }
    }

    @Test func `A banner that appears is told at the foot for four seconds`() throws {
        let interface = Self.interface(Self.banner("error", "No such name."))
        try Self.press("tab enter", on: interface)
        #expect(Self.footer(interface).contains("✗ error: No such name."))
        #expect(Self.footer(interface).hasPrefix(" 1 dismiss"))
        #expect(interface.nextDeadline == .seconds(4))
        interface.passTime(to: .milliseconds(3_999))
        #expect(Self.footer(interface).contains("No such name."))
        interface.passTime(to: .seconds(4))
        #expect(!Self.footer(interface).contains("No such name."))
        #expect(interface.nextDeadline == nil)
    }

    @Test func `The next key ends it`() throws {
        let interface = Self.interface(Self.banner("info", "Saved."))
        try Self.press("tab enter", on: interface)
        #expect(Self.footer(interface).contains("i info: Saved."))
        try Self.press("tab", on: interface)
        #expect(!Self.footer(interface).contains("Saved."))
    }

    @Test(arguments: [("", "1 dismiss"), ("tab tab", "alt+1 dismiss")])
    func `At forty columns the key that dismisses it is there still`(keys: String, shown: String) throws {
        let interface = Self.interface(Self.banner("info", "A text that is much too long for the foot"), columns: 40)
        try Self.press("tab enter", on: interface)
        #expect(Self.footer(interface).contains("1 dismiss"))
        #expect(Self.footer(interface).contains("i info: A te"))
        if !keys.isEmpty { try Self.press(keys, on: interface) }
        #expect(Self.footer(interface).contains(shown))
    }

    @Test(
        arguments: [
            ("error", "", true, true), ("info", #"role="alert""#, true, false), (nil, #"role="alert""#, true, true),
            (nil, "", true, false), ("error", "", false, false),
        ] as [(String?, String, Bool, Bool)])
    func `Errors ring where that is asked for`(key: String?, role: String, rings: Bool, isRung: Bool) throws {
        let interface = Self.interface(Self.banner(key, "Text", role: role), rings: rings)
        try Self.press("tab enter", on: interface)
        #expect(interface.takeReactions().contains(.ring) == isRung)
        try Self.press("tab", on: interface)
        #expect(!interface.takeReactions().contains(.ring))
    }
}

/// Pages without a view, by path.
private final class PagesHost: LiveProtocol.Host {
    private let pages: [String: String]

    init(_ pages: [String: String]) { self.pages = pages }

    func request(_ request: PageRequest) -> PendingPage {
        PendingPage(PageResponse(html: pages[request.url] ?? "<p>None</p>"))
    }

    func connect(_ request: ConnectRequest) -> any Transport { FakeHost(html: "").connect(request) }
}
