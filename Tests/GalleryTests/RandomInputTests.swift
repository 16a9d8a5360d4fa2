import Foundation
import Gallery
import LiveProtocol
import Simulator
import TestSupport
import Testing
import TextLayout

@testable import TerminalUI
@testable import Viewfinder

/// Keys, clicks, pastes and windows of any size, in any order: the gallery in the terminal stands it.
@Suite struct RandomInputTests {
    private static let keys: [Key] =
        KeyFile.actions.flatMap(\.keys) + TimeLineKeyMap.rows.flatMap(\.keys)
        + "abcxyzABC019 /:?.,-".map { Key(.character($0)) }
        + [Key(.enter), Key(.tab), Key(.escape), Key(.function(12)), Key(.character("t"), .alt), Key(.backspace)]

    /// Those after which there would be nothing to go on with, or that wait for somebody.
    private static let ends: Set<Key> = [Key(.character("q"), .control), Key(.character("q"))]

    @Test(arguments: 0..<Campaign.rounds(usually: 12))
    func `No input makes it fail, and every frame has the size of the window`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let clock = VirtualClock()
        let recorder = SessionRecorder(wantsCallbacks: true)
        let factory = PageFactory<Gallery>()
        var size = Size(columns: 80, rows: 24)
        let path = try #require(
            factory.routes.list.map(\.path).filter { !$0.contains(":") }.randomElement(using: &random))
        let simulator = try factory.open(path, size: size, clock: clock, observer: recorder, seed: UInt64(seed))
        var options = TerminalOptions()
        options.recorder = recorder
        options.directory = factory.directory
        options.target = simulator.scenarioTargets
        let folder = FileManager.default.temporaryDirectory.appending(path: "pictures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        options.pictureFolder = folder.path
        let interface = Interface(
            simulator: simulator, size: size, options: options, history: PageHistory(limit: 1 << 20)
        ) { clock.now }
        for _ in 0..<250 {
            switch Int.random(in: 0..<20, using: &random) {
            case 0:
                size = Size(columns: .random(in: 1...130, using: &random), rows: .random(in: 1...45, using: &random))
                interface.resize(size)
            case 1, 2:
                let code = try #require([0, 32, 64, 65, 2].randomElement(using: &random))
                let event = MouseEvent(
                    code: code, column: .random(in: 1...max(1, size.columns), using: &random),
                    row: .random(in: 1...max(1, size.rows), using: &random), isRelease: .random(using: &random))
                if let event { _ = interface.handle(.mouse(event)) }
            case 3: _ = interface.handle(.paste("one\ntwo 漢字 👨‍👩‍👧 \u{1B}[2J"))
            case 4: interface.passTime(to: clock.now + .milliseconds(.random(in: 0...2_000, using: &random)))
            default:
                let key = try #require(Self.keys.randomElement(using: &random))
                guard !Self.ends.contains(key) else { continue }
                // Nobody is there to edit, and the file made for that goes again.
                if case .edit = interface.handle(.key(key)) { interface.editorEnded(problem: "there is no editor") }
            }
            let frame = interface.frame()
            #expect(frame.size == Size(columns: max(1, size.columns), rows: max(1, size.rows)))
            interface.wasDrawn()
            _ = (interface.takeReactions(), interface.title, interface.quitKeys)
        }
    }

    @Test(arguments: 0..<Campaign.rounds(usually: 6))
    func `Line by line it stands it as well, and writes no control character but those of lines`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let clock = VirtualClock()
        let factory = PageFactory<Gallery>()
        let path = try #require(
            factory.routes.list.map(\.path).filter { !$0.contains(":") }.randomElement(using: &random))
        let simulator = try factory.open(path, size: Size(columns: 80, rows: 24), clock: clock, seed: UInt64(seed))
        let interface = LinearInterface(simulator: simulator, columns: 80) { clock.now }
        for _ in 0..<250 {
            switch Int.random(in: 0..<12, using: &random) {
            case 0: interface.resize(columns: .random(in: 1...130, using: &random))
            case 1: _ = interface.handle(.paste("one\ntwo 漢字 👨‍👩‍👧 \u{1B}[2J"))
            case 2: interface.passTime(to: clock.now + .milliseconds(.random(in: 0...2_000, using: &random)))
            default:
                let key = try #require(Self.keys.randomElement(using: &random))
                guard !Self.ends.contains(key) else { continue }
                // Nobody is there to edit, and the file made for that goes again.
                if case .edit = interface.handle(.key(key)) { interface.editorEnded(problem: "there is no editor") }
            }
            let output = interface.takeOutput()
            #expect(
                output.unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && $0.value != 0x7F || "\n\u{8}".unicodeScalars.contains($0)
                })
            _ = interface.takeReactions()
        }
    }
}
