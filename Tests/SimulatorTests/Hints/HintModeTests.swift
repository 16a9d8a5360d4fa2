import HTMLTree
import Testing

@testable import Simulator

@Suite struct HintModeTests {
    @Test(arguments: [(1, 1), (9, 1), (10, 2), (81, 2), (82, 3), (5000, 4)])
    func labelsAreAsShortAsCanBe(count: Int, length: Int) {
        #expect(HintLabels.length(for: count) == length)
        let labels = (0..<count).map { HintLabels.label($0, length: length) }
        #expect(Set(labels).count == count)
        #expect(labels.allSatisfy { $0.count == length && $0.allSatisfy(HintLabels.letters.contains) })
    }

    @Test func labelsStayWhilePatchesArrive() throws {
        let document = Document(parsing: "<button id=a></button><button id=b></button><button id=c></button>")
        let (a, b, c) = (try document.one("#a"), try document.one("#b"), try document.one("#c"))
        var mode = HintMode(targets: [a, b])
        #expect(mode.labels == [a: "f", b: "j"])
        mode.update(targets: [c, b])
        #expect(mode.labels == [b: "j", c: "d"])
        mode.update(targets: [a, c, b])
        #expect(mode.labels == [b: "j", c: "d", a: "k"])
    }

    @Test func aLabelIsTypedLetterByLetter() throws {
        let document = Document(parsing: (0..<12).map { "<button id=b\($0)></button>" }.joined())
        let targets = try (0..<12).map { try document.one("#b\($0)") }
        var mode = HintMode(targets: targets)
        #expect(mode.labels[targets[0]] == "ff")
        #expect(mode.labels[targets[10]] == "jj")
        let none = mode.type("j")
        #expect(none == nil)
        #expect(Set(mode.openLabels.values) == ["jf", "jj"])
        let wrong = mode.type("x")
        #expect(wrong == nil)
        #expect(mode.typed == "j")
        let found = mode.type("j")
        #expect(found == targets[10])
        var other = HintMode(targets: targets)
        let isEmpty = !other.takeBack()
        #expect(isEmpty)
        _ = other.type("d")
        let isTaken = other.takeBack()
        #expect(isTaken)
        #expect(other.openLabels.count == 12)
    }
}
