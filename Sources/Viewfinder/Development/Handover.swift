import Basics
import CLibrary
import LiveClient
import LiveProtocol

/// The page as a program leaves it to the one that takes its place: in a file without a name, since passwords may be in it.
enum Handover {
    /// Names the file's descriptor, in the environment of the program that takes over.
    private static let variable = "VIEWFINDER_PAGE"
    private static let limit = 1 << 24

    /// Keeps a page for the program that takes this one's place; without a file for it, that one begins at its address.
    static func leave(_ state: PageState) {
        var name = Array("/tmp/viewfinder-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { return }
        unlink(name)
        let bytes = Array(state.json.json.utf8)
        guard bytes.count <= limit,
            bytes.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) == bytes.count
        else {
            close(descriptor)
            return
        }
        setenv(variable, String(descriptor), 1)
    }

    /// The page that the program before this one left; nil where there was none.
    static func take() -> PageState? {
        defer { unsetenv(variable) }
        guard let value = getenv(variable), let descriptor = Int32(String(cString: value)) else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: max(0, min(limit, Int(lseek(descriptor, 0, SEEK_END)))))
        guard pread(descriptor, &bytes, bytes.count, 0) == bytes.count,
            let json = try? JSONValue(parsing: String(decoding: bytes, as: UTF8.self))
        else { return nil }
        return PageState(json: json)
    }
}
