import HTMLTree
import LiveProtocol
import Testing

@testable import Simulator

@Suite struct BannerKeyTests {
    /// A page with banners above a field; the view clears what it is told to.
    private static func bench(_ flash: [(key: String, text: String)]) -> Bench {
        var flash = flash
        let page = {
            flash.map { #"<p phx-click="lv:clear-flash" phx-value-key="\#($0.key)">\#($0.text)</p>"# }.joined()
                + #"<form phx-change="c"><input id="a" name="a"></form>"#
        }
        let bench = Bench(page())
        bench.host.handle = { event, host in
            if event.event == "lv:clear-flash", case .json(let value) = event.value {
                flash.removeAll { $0.key == value["key"]?.string }
            }
            host.html = page()
        }
        return bench
    }

    private static func keys(_ bench: Bench) -> [String?] { bench.simulator.banners.map(\.key) }

    @Test(arguments: [
        ("1", ["error", "warning"]),
        ("2", ["info", "warning"]),
        ("3", ["info", "error"]),
        ("x", ["info", "error"]),
        ("x x", ["info"]),
        ("1 1", ["error", "warning"]),
        ("1 2", ["warning"]),
        ("alt+2", ["info", "warning"]),
        ("X", []),
        ("4", ["info", "error", "warning"]),
    ])
    func aKeyDismissesABanner(keys: String, left: [String]) throws {
        let bench = Self.bench([("info", "A"), ("error", "B"), ("warning", "C")])
        try bench.press(keys)
        #expect(Self.keys(bench) == left)
    }

    @Test func inAFieldTheDigitIsTypedAndAltDismisses() throws {
        let bench = Self.bench([("info", "A")])
        try bench.press("tab h i left 1")
        #expect(try bench.value("#a") == "h1i")
        #expect(Self.keys(bench) == ["info"])
        try bench.press("alt+1")
        #expect(Self.keys(bench) == [])
        #expect(bench.focus == "a")
        #expect(try bench.value("#a") == "h1i")
        #expect(bench.document.selection(of: try bench.one("#a")) == 2..<2)
    }

    @Test(arguments: [
        ("", "[1]"), ("tab", "[alt+1]"), ("tab a", "[alt+1]"), ("tab escape", "[1]"), ("tab tab", "[1]"),
    ])
    func aBannerNamesTheKeyThatWorksNow(keys: String, label: String) throws {
        let bench = Bench(
            #"<p class=flash phx-click="lv:clear-flash" phx-value-key=info>Saved</p><input><button>Go</button>"#)
        if !keys.isEmpty { try bench.press(keys) }
        #expect(bench.simulator.frame().text(ofRow: 0).hasSuffix(label + "─╮"))
        try bench.press(String(label.dropFirst().dropLast()))
        #expect(bench.host.events.last?.event == "lv:clear-flash")
    }

    @Test func whereThePageListensToTheDigitTheBannerNamesTheOtherKey() throws {
        let bench = Bench(
            #"<div phx-window-keydown=k phx-key=1></div><p class=flash phx-click="lv:clear-flash">Saved</p>"#)
        #expect(bench.simulator.frame().text.contains("[alt+1]"))
    }

    @Test(arguments: [
        (#"<span phx-click="lv:clear-flash">Saved</span>"#, "Saved [1]"),
        (
            #"<div style="border:none" phx-click="lv:clear-flash">Saved</div>"#,
            " Saved" + String(repeating: " ", count: 31) + "[1]"
        ),
    ])
    func theKeyOfABannerWithoutFrameCoversNoneOfItsWords(html: String, row: String) {
        #expect(Bench(html).simulator.frame().text(ofRow: 0) == row)
    }

    @Test func dismissByFlashKeyIsStrict() throws {
        let bench = Self.bench([("info", "A"), ("error", "B")])
        try bench.simulator.dismiss("error")
        #expect(Self.keys(bench) == ["info"])
        #expect(throws: SimulatorError.noBanner(key: "error", present: ["info"])) {
            try bench.simulator.dismiss("error")
        }
    }
}
