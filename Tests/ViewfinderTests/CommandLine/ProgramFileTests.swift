import Foundation
import Testing

@testable import Viewfinder

@Suite struct ProgramFileTests {
    @Test func `A program counts as built anew when its new file is whole and may be run`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "program-\(UUID().uuidString)").path
        defer { unlink(file) }
        func write(_ text: String, mode: mode_t = 0o755) throws {
            unlink(file)
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
            chmod(file, mode)
        }
        try write("old")
        var program = ProgramFile(path: file)
        var looks = [program.isRebuilt()]
        // Between two looks it may still grow.
        try write("new, half wri")
        looks.append(program.isRebuilt())
        try write("new, half written")
        looks.append(program.isRebuilt())
        looks.append(program.isRebuilt())
        unlink(file)
        looks.append(program.isRebuilt())
        try write("no program", mode: 0o644)
        looks.append(program.isRebuilt())
        looks.append(program.isRebuilt())
        #expect(looks == [false, false, false, true, false, false, false])
    }
}
