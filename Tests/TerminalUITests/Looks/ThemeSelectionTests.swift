import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct ThemeSelectionTests {
    private static let dark = Color.rgb(red: 0x18, green: 0x1A, blue: 0x1C)
    private static let light = Color.rgb(red: 0xFD, green: 0xF6, blue: 0xE3)

    private func selection(
        _ wanted: Theme? = nil, depth: ColorDepth = .indexed, _ environment: [String: String] = [:],
        answer: Color? = nil
    ) -> ThemeSelection {
        var selection = ThemeSelection(wanted: wanted, depth: depth, environment: environment)
        if let answer { _ = selection.take(.ground(answer)) }
        return selection
    }

    static let cases: [(ColorDepth, [String: String], Color?, String)] = [
        (.indexed, [:], nil, "any-ground"), (.indexed, [:], dark, "dark"), (.direct, [:], light, "light"),
        (.sixteen, [:], dark, "sixteen"), (.eight, [:], light, "sixteen-light"), (.eight, [:], nil, "any-ground"),
        (.monochrome, [:], dark, "monochrome"), (.indexed, ["COLORFGBG": "15;0"], nil, "dark"),
        (.indexed, ["COLORFGBG": "0;default;15"], nil, "light"),
        (.indexed, ["COLORFGBG": "nonsense"], nil, "any-ground"),
        (.indexed, ["COLORFGBG": "0;15"], dark, "dark"), (.eight, ["TERM": "linux"], nil, "sixteen"),
    ]

    @Test(arguments: cases)
    func `The theme suits what is known of the terminal`(
        depth: ColorDepth, environment: [String: String], answer: Color?, name: String
    ) {
        #expect(selection(depth: depth, environment, answer: answer).theme.name == name)
    }

    @Test func `The terminal's own ground stays where the theme is read on it`() {
        #expect(!selection(answer: Self.dark).theme.paintsGround)
        #expect(!selection(answer: Self.light).theme.paintsGround)
        // Nobody's letters are read on this one.
        #expect(selection(answer: .rgb(red: 128, green: 128, blue: 128)).theme.paintsGround)
    }

    @Test func `Whoever names a theme sees it on its ground`() {
        #expect(selection(.light, answer: Self.dark).theme.paintsGround)
        #expect(selection(.light).theme.paintsGround)
        #expect(!selection(.light, answer: Self.light).theme.paintsGround)
        #expect(selection(.contrast, answer: Self.dark).theme.paintsGround)
        #expect(selection(.dark, depth: .monochrome).theme.name == "monochrome")
    }

    @Test func `Pages hear of ground, contrast and colours`() {
        #expect(selection(answer: Self.light).media.colorScheme == .light)
        #expect(selection().media.colorScheme == nil)
        #expect(selection(.contrast).media.increasesContrast)
        #expect(selection(depth: .monochrome).media.colorBits == 0)
    }

    @Test func `An answer that comes late changes the theme, and the same one again nothing`() {
        let device = FakeDevice(columns: 20, rows: 3)
        let screen = Screen(device: device)
        let interface = Still()
        let follower = ThemeFollower(selection())
        follower.begin(on: screen, interface)
        screen.draw(interface.frame())
        follower.take(.ground(Self.dark), on: screen, interface)
        #expect(device.themes.map(\.name) == ["any-ground", "dark"])
        #expect(interface.media?.colorScheme == .dark)
        follower.take(.ground(Self.dark), on: screen, interface)
        follower.take(.mode(2026, .on), on: screen, interface)
        #expect(device.themes.count == 2)
    }
}

/// Shows nothing, and keeps what it hears of the terminal.
private final class Still: TerminalInterface {
    var media: MediaFeatures?
    let title = ""
    let quitKeys: [Key] = []
    let nextDeadline: Duration? = nil

    func passTime(to target: Duration) {}
    func resize(_ newSize: Size) {}
    func handle(_ event: InputEvent) -> Reaction { .none }
    func frame() -> Frame { Frame(size: Size(columns: 20, rows: 3)) }
    func use(_ media: MediaFeatures) { self.media = media }
}
