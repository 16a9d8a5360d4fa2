import Basics
import LiveProtocol
import TestSupport
import Testing

@testable import TerminalUI

@Suite struct ViewSourceTests {
    private func folder(_ files: [String: String]) throws -> String {
        let folder = try FileSystem.makeTemporaryFolder(prefix: "source")
        for (path, text) in files {
            let parts = path.split(separator: "/").dropLast()
            if !parts.isEmpty { try FileSystem.makeFolder("\(folder)/\(parts.joined(separator: "/"))") }
            try FileSystem.replace("\(folder)/\(path)", with: text)
        }
        return folder
    }

    @Test func `a view is found where its type is declared, in the package of its route`() throws {
        let folder = try folder([
            "Package.swift": "", "Sources/App/App.swift": "// struct Clock is elsewhere\nlet routes = 1\n",
            "Sources/App/Views/Clock.swift": "import Viewfinder\n\n/// A clock.\npublic struct Clock: LiveView {\n}\n",
            "Sources/App/Views/ClockFace.swift": "struct ClockFace {}",
        ])
        let route = SourcePlace(path: "\(folder)/Sources/App/App.swift", line: 2)
        let clock = SourcePlace(path: "\(folder)/Sources/App/Views/Clock.swift", line: 4)
        #expect(ViewSource.place(of: "Clock", near: route) == clock)
        #expect(ViewSource.place(of: "App.Clock<Int>", near: route) == clock)
        #expect(ViewSource.place(of: "Nobody", near: route) == route)
        let gone = SourcePlace(path: "/nowhere/at/all.swift", line: 2)
        #expect(ViewSource.place(of: "Clock", near: gone) == nil)
    }
}
