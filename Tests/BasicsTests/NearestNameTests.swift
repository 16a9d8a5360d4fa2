import Basics
import Testing

@Suite("Suggestions")
struct NearestNameTests {
    @Test(
        "are names that are a slip away",
        arguments: [
            ("opne", "open"), ("clik", "click"), ("Sumbit", "submit"), ("expects", "expect"), ("banana", nil),
            ("x", nil),
        ])
    func nearest(found: String, meant: String?) {
        #expect(NearestName.of(found, among: ["open", "click", "submit", "expect"]) == meant)
    }

    @Test("name all that are equally near")
    func several() {
        #expect(NearestName.all(of: "fin", among: ["fit", "fan", "find", "submit"]) == ["fit", "fan", "find"])
    }
}
