import Testing

@testable import Viewfinder

@Suite struct BuildErrorsTests {
    private static let swift = """
        [3/7] Compiling App SettingsView.swift
        /app/Sources/App/SettingsView.swift:12:9: error: cannot find 'nam' in scope
        10 |     func handle() {
        12 |         nam = "x"
           |         `- error: cannot find 'nam' in scope
        /app/Sources/App/SettingsView.swift:12:9: error: cannot find 'nam' in scope
        /app/Sources/App/Other.swift:3:1: error: expected declaration
        error: fatalError
        """

    @Test(arguments: [
        (swift, "Sources/App/SettingsView.swift:12:9: error: cannot find 'nam' in scope  (and 2 more errors)"),
        (
            "error: fatalError\n/app/Sources/a.swift:1:1: error: no",
            "Sources/a.swift:1:1: error: no  (and 1 more error)"
        ),
        ("error: no such module 'X'", "error: no such module 'X'"),
        ("/elsewhere/a.swift:1:2: error: b", "/elsewhere/a.swift:1:2: error: b"),
        ("Building\nsomething went wrong", "something went wrong"), ("", "it printed nothing"),
    ])
    func `The first error that has a place is told`(output: String, words: String) {
        #expect(BuildErrors(output: output, folder: "/app").words == words)
    }
}
