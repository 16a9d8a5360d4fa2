import HTMLTree
import Testing

@testable import Simulator

@Suite struct ControlSteppingTests {
    @Test(arguments: [
        ("", false, "5", "6", "4"),
        ("", false, "", "1", "-1"),
        ("min=0 max=10", false, "10", "10", "9"),
        ("min=0 max=10 step=3", false, "9", "9", "6"),
        ("min=0 max=10 step=3", false, "4", "6", "3"),
        ("step=0.1", false, "0.2", "0.3", "0.1"),
        ("step=0.05 min=0.1", false, "0.15", "0.2", "0.1"),
        ("step=any", false, "1.5", "2", "1"),
        ("", true, "50", "51", "49"),
        ("", true, "100", "100", "99"),
        ("min=-5 max=5 step=5", true, "0", "5", "-5"),
    ])
    func anArrowStepsANumber(attributes: String, isSlider: Bool, value: String, up: String, down: String) throws {
        let document = Document(parsing: "<input type=\(isSlider ? "range" : "number") \(attributes)>")
        let steps = NumberSteps(of: try document.one("input"), in: document, isSlider: isSlider)
        #expect(steps.value(.next, from: value) == up)
        #expect(steps.value(.previous, from: value) == down)
    }

    @Test func endsOfASlider() throws {
        let document = Document(parsing: "<input type=range min=0 max=10 step=3>")
        let steps = NumberSteps(of: try document.one("input"), in: document, isSlider: true)
        #expect(steps.value(.first, from: "5") == "0")
        #expect(steps.value(.last, from: "5") == "9")
    }

    @Test func typingFindsAnOption() throws {
        let names = ["Chad", "Chile", "China", "Japan", "Jordan", "Kenya"]
        let document = Document(parsing: "<select>" + names.map { "<option>\($0)</option>" }.joined() + "</select>")
        let select = try document.one("select")
        var typeAhead = TypeAhead()
        let found = { (letter: Character, time: Duration) -> String? in
            guard let option = typeAhead.option(for: letter, in: select, of: document, at: time) else { return nil }
            document.setSelected(option, true)
            return document.optionText(of: option)
        }
        #expect(found("j", .zero) == "Japan")
        #expect(found("j", .milliseconds(100)) == "Jordan")
        #expect(found("j", .milliseconds(200)) == "Japan")
        #expect(found("C", .seconds(3)) == "Chad")
        #expect(found("h", .seconds(3)) == "Chad")
        #expect(found("i", .seconds(3)) == "Chile")
        #expect(found("n", .seconds(3)) == "China")
        #expect(found("z", .seconds(3)) == nil)
        #expect(found("k", .seconds(9)) == "Kenya")
    }
}
