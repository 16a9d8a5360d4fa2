import Foundation
import LiveProtocol
import Testing

@testable import TerminalUI

@Suite struct SourceSearchTests {
    /// Makes a package of some files, and says where a type is declared in it.
    private func place(of type: String, near route: String, in files: [String: String]) throws -> String? {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("viewfinder-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for (path, text) in files {
            let file = root.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let near = SourcePlace(path: root.appendingPathComponent(route).path, line: 1)
        return SourceSearch(of: type, near: near).place.map {
            "\($0.path.dropFirst(root.path.count + 1)):\($0.line)"
        }
    }

    private let files = [
        "Package.swift": "// swift-tools-version: 6.2\n",
        "Sources/App/App.swift": "struct MyApp: ViewfinderApp {\n}\n",
        "Sources/App/Views/Shop.swift": "import Viewfinder\n\n// struct Shop\npublic struct Shop: LiveView {\n}\n",
        "Sources/App/Views/Shelf.swift": "enum Parts {\n    final class Shelf<Goods>: LiveComponent {}\n}\n",
        "Sources/Model/Shop.swift": "struct Shop {}\nstruct Shopper {}\n",
        ".build/checkouts/x.swift": "struct Hidden: LiveView {}\n",
    ]

    @Test(arguments: [
        ("Shop", "Sources/App/Views/Shop.swift:4"), ("Shelf<Int>", "Sources/App/Views/Shelf.swift:2"),
        ("Shopper", "Sources/Model/Shop.swift:2"), ("MyApp", "Sources/App/App.swift:1"), ("Hidden", nil),
        ("Nothing", nil), ("", nil),
    ])
    func `a type is found in the package of a route`(type: String, place: String?) throws {
        #expect(try self.place(of: type, near: "Sources/App/App.swift", in: files) == place)
    }

    @Test func `without a manifest the route's own folder is looked through`() throws {
        let files = ["a/Routes.swift": "", "a/View.swift": "struct View {}", "b/Other.swift": "struct Other {}"]
        #expect(try place(of: "View", near: "a/Routes.swift", in: files) == "a/View.swift:1")
        #expect(try place(of: "Other", near: "a/Routes.swift", in: files) == nil)
    }

    @Test func `where the sources are not, nothing is found`() {
        let nowhere = SourcePlace(path: "/nowhere/to/be/found.swift", line: 3)
        #expect(SourceSearch(of: "View", near: nowhere).place == nil)
    }
}
