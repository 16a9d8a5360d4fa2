import HTMLTree
import LiveEngine
import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import Scenarios

@Suite struct SnapshotPictureTests {
    private static let html = """
        <style>.hot { color: #ff4000; background: navy } b { color: red }</style>
        <p>It is <b>12:30</b> now.</p><p class="hot">Hot at 12:30</p><input name="at" value="12" size="4">
        """

    private func picture(
        _ form: SnapshotRequest.Form, colors: FrameColors = .none, _ masks: [SnapshotRequest.Mask] = [],
        html: String = Self.html, focus selector: String? = nil
    ) throws -> String {
        let clock = VirtualClock()
        let engine = Engine(routes: Routes { Route("/", "Page") { PageView(html: html) } }, clock: clock)
        let simulator = Simulator(host: engine, clock: clock, size: Size(columns: 16, rows: 6))
        simulator.open("/")
        if let selector {
            try simulator.focus(#require(simulator.document.first(Selector(selector), below: simulator.document.root)))
        }
        let request = SnapshotRequest(name: "x", form: form, target: nil, masks: masks)
        return SnapshotPicture(simulator: simulator, colors: colors).text(request, of: nil)
    }

    @Test func `Styles are letters under the frame, and a legend says what they mean`() throws {
        let text = try picture(.styled, colors: .truecolor)
        let expected = """
            16x6 color truecolor
            It is 12:30 now.|
                            |
            Hot at 12:30    |
                            |
            [12  ]          |
                            |

                  zzzzz     |
                            |
            TTTyTTyTTTTTyyyy|
                            |
            DJJiiD          |
                            |

            D = edge on field
            J = field
            T = #ff4000 on blue
            i = on field
            y = on blue
            z = bold, bright red

            """
        #expect(text == expected)
    }

    static let legends: [(FrameColors, String)] = [
        (.none, "F = underline\no = bold\n"),
        (
            .sixteen,
            "D = edge on field\nJ = field\ni = on field\nv = bright red on blue\ny = on blue\nz = bold, bright red\n"
        ),
        (
            .twoHundredFiftySix,
            "D = edge on field\nJ = field\ni = on field\nk = #ff5f00 on blue\ny = on blue\nz = bold, bright red\n"
        ),
    ]

    @Test(arguments: legends)
    func `Colours are those that the case has`(colors: FrameColors, legend: String) throws {
        #expect(try picture(.styled, colors: colors).hasSuffix("|\n\n" + legend))
    }

    @Test func `What is masked is seen neither as text nor as style, nor where the cursor is in it`() throws {
        let target = Target(.name("at"))
        let text = try picture(.styled, [.text("12:30"), .elements(target)], focus: "input")
        let expected = """
            16x6 cursor ░ color none
            It is ░░░░░ now.|
                            |
            Hot at ░░░░░    |
                            |
            ░░░░░░          |
                            |

                  ooooo     |
                            |
                            |
                            |
            ░░░░░░          |
                            |

            o = bold

            """
        #expect(text == expected)
        #expect(try picture(.frame, focus: "input").hasPrefix("16x6 cursor 4,5 color none\n"))
    }

    @Test func `A text is masked in what the page says and in nothing else`() throws {
        #expect(try picture(.frame, [.text("16"), .text("none")]).hasPrefix("16x6 color none\n"))
    }

    @Test func `Elements are masked in outlines and documents, and in the names that they are a part of`() throws {
        let html = #"<h2>At <b>12:30</b> sharp</h2><button phx-click="a"><b>12:30</b></button><input name="at">"#
        let mask = SnapshotRequest.Mask.elements(Target(.css(try Selector("b, input"))))
        let outline = try picture(.outline, [mask], html: html)
        #expect(outline == "heading \"At ░ sharp\"\nbutton \"░\"\ntextbox ░\n")
        let document = try picture(.html, [mask], html: html)
        #expect(document.contains("<h2>At ░ sharp</h2>") && !document.contains("12:30"), "\(document)")
    }

    @Test func `A style keeps its letter whatever other styles there are`() {
        let styles = (0..<8).map { CellStyle(foreground: .palette($0), attributes: .bold) }
        let alone = styles.map { StyleLetters(for: [$0])[$0] }
        let together = StyleLetters(for: styles)
        #expect(Set(styles.map { together[$0] }).count == 8)
        #expect(zip(styles, alone).count { together[$0] == $1 } >= 6)
    }

    @Test func `More styles than the alphabet has letters are told apart, too`() {
        let styles = (0..<200).map { CellStyle(foreground: .rgb(red: UInt8($0), green: 0, blue: 0)) }
        let letters = StyleLetters(for: styles)
        let all = styles.compactMap { letters[$0] }
        #expect(Set(all).count == 200)
        #expect(all.allSatisfy { TextWidth.width(of: $0) == 1 })
        #expect(letters.legend.count == 200)
    }
}
