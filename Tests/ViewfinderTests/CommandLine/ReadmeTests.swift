import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
    @Test("shows a whole program, which is built and runs")
    func program() throws {
        let source = try Checkout.text(of: "Tests/Greeter/Greeter.swift")
        #expect(try Checkout.text(of: "README.md").contains("```swift\n" + source + "```"))

        let page = try Program("Greeter").run()
        #expect(page.status == 0)
        #expect(page.output.contains("Hello, world"))
        #expect(try Program("Greeter").run("views").output == "/  Greets somebody by name\n")
    }

    /// Made by `viewfinder render /settings --press "tab enter escape" --size 80x12 --as svg > .github/settings.svg`.
    @Test("shows a picture that the program makes")
    func picture() throws {
        #expect(try Checkout.text(of: "README.md").contains("](.github/settings.svg)"))
        let arguments = ["render", "/settings", "--press", "tab enter escape", "--size", "80x12", "--as", "svg"]
        let outcome = try Program("viewfinder").run(arguments)
        #expect(outcome.status == 0)
        #expect(try Checkout.text(of: ".github/settings.svg") == outcome.output)
    }

    @Test("keys that are none are told before anything is rendered")
    func mistakes() throws {
        let outcome = try Program("viewfinder").run(["render", "/settings", "--press", "tab entr"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("--press: unknown key \"entr\""))
    }
}
