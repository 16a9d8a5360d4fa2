import Foundation
import LiveProtocol
import Testing

@testable import Templates

@Suite final class TemplateLibraryTests {
    private let root: URL
    private var folder: URL { root.appending(path: "templates") }

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: root.appending(path: "templates/parts"), withIntermediateDirectories: true)
        try write("secret", to: "../secret.html")
        try write("Hello {{ name }}{% include 'parts/mark.html' %}", to: "page.html")
        try write("!", to: "parts/mark.html")
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func html(_ name: String, in library: TemplateLibrary) throws -> String {
        try library.render(name, context: ["name": "Ada"] as JSONValue).html
    }

    @Test func `files are found by their path below the folder`() throws {
        let library = TemplateLibrary(folder: folder.path)
        #expect(try html("page.html", in: library) == "Hello Ada!")
        #expect(library.names == ["page.html", "parts/mark.html"])
    }

    @Test func `nothing outside the folder is read`() throws {
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "link.html"), withDestinationURL: root.appending(path: "secret.html"))
        try FileManager.default.createSymbolicLink(at: folder.appending(path: "up"), withDestinationURL: root)
        let library = TemplateLibrary(folder: folder.path)
        let names = [
            "../secret.html", root.path + "/secret.html", "parts/../../secret.html", "link.html", "up/secret.html", "",
            "parts", "\0",
        ]
        for name in names {
            #expect(throws: TemplateError.self, "\(name)") { try self.html(name, in: library) }
        }
    }

    @Test func `a changed file is read again only when the library is refreshed`() throws {
        let library = TemplateLibrary(folder: folder.path)
        #expect(try html("page.html", in: library) == "Hello Ada!")
        try write("?!", to: "parts/mark.html")
        #expect(try html("page.html", in: library) == "Hello Ada!")
        library.refresh()
        #expect(try html("page.html", in: library) == "Hello Ada?!")
    }

    @Test func `a broken edit keeps the last good template until it is mended`() throws {
        let library = TemplateLibrary(folder: folder.path)
        _ = try html("page.html", in: library)
        try write("{% if %}", to: "parts/mark.html")
        library.refresh()
        #expect(try html("page.html", in: library) == "Hello Ada!")
        #expect(library.problems.map(\.message) == ["parts/mark.html:1:7: expected an expression, found \"%}\""])
        try write("...", to: "parts/mark.html")
        library.refresh()
        #expect(try html("page.html", in: library) == "Hello Ada...")
        #expect(library.problems.isEmpty)
    }

    @Test func `a file that is not text is refused with the place`() throws {
        try Data([0x61, 0x0A, 0x62, 0xFF]).write(to: folder.appending(path: "bad.html"))
        let library = TemplateLibrary(folder: folder.path)
        let error = #expect(throws: TemplateError.self) { try self.html("bad.html", in: library) }
        #expect(error?.message == "bad.html:2:2: the file is not UTF-8 text")
    }

    @Test func `a misspelt name suggests the nearest`() throws {
        let error = #expect(throws: TemplateError.self) {
            try self.html("pages.html", in: TemplateLibrary(folder: self.folder.path))
        }
        #expect(error?.problem.hint == "did you mean \"page.html\"?")
    }
}
