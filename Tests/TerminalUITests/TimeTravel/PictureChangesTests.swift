import LiveProtocol
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct PictureChangesTests {
    private func moment(_ lines: [String], scrollRow: Int = 0) -> PageMoment {
        PageMoment(
            number: 1, time: .zero, cause: MomentCause(), picture: Frame(columns: 12, lines: lines),
            scrollRow: scrollRow, pageHeight: lines.count, title: "", address: "/", status: 200, kept: nil)
    }

    @Test(
        arguments: [
            (["one", "two"], ["one", "two"], []),
            (["one", "two"], ["one", "too"], [Rect(column: 1, row: 1, columns: 1, rows: 1)]),
            (
                ["a b c d e"], ["x b c d y"],
                [
                    Rect(column: 0, row: 0, columns: 1, rows: 1), Rect(column: 8, row: 0, columns: 1, rows: 1),
                ]
            ),
            (["abcdef"], ["xbcxef"], [Rect(column: 0, row: 0, columns: 4, rows: 1)]),
            // A row that was put in moves the others, which are no change.
            (["one", "two", "six", ""], ["new", "one", "two", "six"], [Rect(column: 0, row: 0, columns: 3, rows: 1)]),
            (["old", "one", "two", "six"], ["one", "two", "six", ""], []),
        ] as [([String], [String], [Rect])])
    func `what looks otherwise is marked`(old: [String], new: [String], areas: [Rect]) {
        #expect(PictureChanges(from: moment(old), to: moment(new)).areas == areas)
    }

    @Test func `rows are those of the page`() {
        let changes = PictureChanges(from: moment(["a"], scrollRow: 3), to: moment(["b"], scrollRow: 3))
        #expect(changes.areas == [Rect(column: 0, row: 3, columns: 1, rows: 1)])
    }

    @Test func `pictures of other sizes are not compared`() {
        #expect(PictureChanges(from: moment(["a"]), to: moment(["b", "c"])).areas.isEmpty)
    }
}
