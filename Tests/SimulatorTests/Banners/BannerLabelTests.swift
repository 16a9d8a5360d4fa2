import HTMLTree
import Testing

@testable import Simulator

@Suite struct BannerLabelTests {
    private static func page(_ flash: [(String, String)]) -> String {
        flash.map { #"<p class="flash" phx-click="lv:clear-flash" phx-value-key="\#($0.0)">\#($0.1)</p>"# }.joined()
    }

    /// The banners of pages shown one after the other, with the digit of each.
    private static func labels(_ pages: [(String, String)]...) -> [String] {
        let bench = Bench(page(pages[0]))
        return pages.map { flash in
            bench.host.update(page(flash))
            bench.simulator.advance(by: .zero)
            return bench.simulator.banners.map { "\($0.label) \($0.key ?? "-")" }.joined(separator: ", ")
        }
    }

    @Test func `A banner keeps its digit when others come before it and go`() {
        #expect(
            Self.labels(
                [("info", "A")], [("error", "B"), ("info", "A")], [("warning", "C"), ("error", "B"), ("info", "A")],
                [("warning", "C"), ("info", "A")], [("warning", "C"), ("success", "D"), ("info", "A")], [("info", "A")])
                == [
                    "1 info", "2 error, 1 info", "3 warning, 2 error, 1 info", "3 warning, 1 info",
                    "3 warning, 2 success, 1 info", "1 info",
                ])
    }

    @Test func `Another text under its key keeps the digit`() {
        #expect(
            Self.labels([("info", "A"), ("error", "B")], [("error", "C"), ("info", "A")])
                == ["1 info, 2 error", "2 error, 1 info"])
    }

    @Test func `Of eleven the last has none until one goes`() throws {
        let all = (1...11).map { ("k\($0)", "t\($0)") }
        let labels = Self.labels(all, Array(all.dropFirst()))
        #expect(labels[0].hasSuffix("0 k10,  k11"))
        #expect(labels[1].hasSuffix("0 k10, 1 k11"))
    }

    @Test func `The key in the corner is the one that works`() throws {
        let bench = Bench(Self.page([("info", "A")]))
        bench.host.update(Self.page([("error", "B"), ("info", "A")]))
        bench.simulator.advance(by: .zero)
        #expect(bench.simulator.frame().text(ofRow: 0).hasSuffix("[2]─╮"))
        try bench.press("1")
        #expect(bench.host.eventList == ["lv:clear-flash info"])
    }

    @Test(arguments: [
        // Rows of the frame, banners; what of them is shown at the top.
        (12, 1, ["╭", "│ t1", "╰"], ""), (12, 3, ["╭", "│ t3", "╰"], " +2 more "),
        (21, 3, ["╭", "│ t3", "╰", "╭", "│ t2", "╰"], " +1 more "), (8, 2, ["╭", "│ t2"], " +1 more "),
    ])
    func `Banners out of view take no more than a third, and the rest are counted`(
        rows: Int, count: Int, top: [String], more: String
    ) {
        let lines = (1...60).map { "<p>Line \($0)</p>" }.joined()
        let banners = Self.page((1...count).map { ("k\($0)", "t\($0)") })
        let frame = Bench(banners + lines, columns: 40, rows: rows).simulator
        frame.scroll(by: 40)
        let picture = frame.frame()
        for (row, begin) in top.enumerated() { #expect(picture.text(ofRow: row).hasPrefix(begin)) }
        #expect(!picture.text(ofRow: top.count).hasPrefix("╭") && !picture.text(ofRow: top.count).hasPrefix("│"))
        #expect(picture.text(ofRow: top.count - 1).contains(" more ") == !more.isEmpty)
        #expect(picture.text(ofRow: top.count - 1).contains(more) || more.isEmpty)
    }
}
