import Viewfinder

/// Every kind of flash message; its template is the file `flash.html` beside this one.
struct FlashView: TemplateView {
    struct Context: LiveContext {}

    /// A flash value need not be a text: the template decides how it is shown.
    struct Failure: Encodable, Sendable {
        var title: String
        var fields: [String]
    }

    enum Event: Decodable, Sendable {
        case info, success, warning, error, details, replace
        case clear(key: String)
        case clearAll
    }

    static let templates = TemplateLibrary(nextTo: #filePath, resources: "Viewfinder_Gallery")
    static let template = "flash.html"

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Flash messages"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .info: socket.putFlash("info", "Your draft was saved.")
        case .success: socket.putFlash("success", "The parcel is on its way.")
        case .warning: socket.putFlash("warning", "Your session ends in 5 minutes.")
        case .error: socket.putFlash("error", "The server could not be reached.")
        case .details:
            socket.putFlash("error", Failure(title: "Validation failed", fields: ["email", "name"]))
        case .replace: socket.putFlash("info", "A newer message took the place of the old one.")
        case .clear(let key): socket.clearFlash(key)
        case .clearAll: socket.clearFlash()
        }
    }
}
