import Testing

@testable import TerminalUI

@Suite struct PathCompletionTests {
    private static let folders = [
        "": ["photo.png", "phoenix.txt", "src", ".git"], "src/": ["main.swift"], "empty/": [], "/": ["etc"],
    ]

    static let cases: [(String, String, [String])] = [
        ("s", "src/", []),
        ("src/", "src/main.swift", []),
        ("ph", "pho", ["photo.png", "phoenix.txt"]),
        ("phot", "photo.png", []),
        ("", "", ["photo.png", "phoenix.txt", "src/"]),
        (".", ".git", []),
        ("x", "x", []),
        ("empty/", "empty/", []),
        ("nowhere/x", "nowhere/x", []),
        ("/e", "/etc", []),
        ("~", "~/", []),
    ]

    @Test(arguments: cases)
    func `A path that is begun becomes as long as all that fits agrees on`(
        typed: String, path: String, candidates: [String]
    ) {
        let completion = PathCompletion(of: typed, names: { Self.folders[$0] ?? [] }, isFolder: { $0 == "src" })
        #expect(completion == PathCompletion(path: path, candidates: candidates))
    }
}
