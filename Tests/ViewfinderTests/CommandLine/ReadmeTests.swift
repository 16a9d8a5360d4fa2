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

    @Test("shows the settings view as it looks")
    func picture() throws {
        let readme = try Checkout.text(of: "README.md")
        let frame = try Checkout.text(of: "Scenarios/__snapshots__/settings/refused.txt")
            .split(separator: "\n").dropFirst().map { line in
                var line = line.hasSuffix("|") ? line.dropLast() : line
                while line.last == " " { line.removeLast() }
                return line
            }
        for line in frame where !line.isEmpty {
            #expect(readme.contains(line))
        }
    }
}
