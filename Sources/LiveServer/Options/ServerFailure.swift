/// Why a server cannot be started.
package enum ServerFailure: Error, Hashable, Sendable {
    case portTaken(host: String, port: Int)
    case portNotAllowed(host: String, port: Int)
    case portOutOfRange(Int)
    case unknownHost(String)
    case shortSecret(bytes: Int)
    case noClientFolder(String)
    /// The folder has not the file that browsers need.
    case noClientFile(String, folder: String)
    case system(host: String, port: Int, reason: String)
}

extension ServerFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .portTaken(let host, let port):
            "\(host):\(port): another program listens there; end it, or choose another port, such as --port \(port + 1)"
        case .portNotAllowed(let host, let port):
            "\(host):\(port): this user may not listen there; choose a port above 1023, such as --port 4000"
        case .portOutOfRange(let port): "port \(port): expected a number from 0 to 65535"
        case .unknownHost(let host):
            "\(host): no address of this machine has that name; choose one that it has, such as --host 127.0.0.1"
        case .shortSecret(let bytes):
            "the secret has \(bytes) bytes, expected at least \(Self.secretBytes); make one with: head -c 48 /dev/urandom"
        case .noClientFolder(let folder):
            "\(folder): there is no such folder; name the one with phoenix.js and phoenix_live_view.js"
        case .noClientFile(let file, let folder):
            "\(folder): there is no \(file); copy it from the priv/static folder of its package"
        case .system(let host, let port, let reason): "\(host):\(port): cannot listen there: \(reason)"
        }
    }

    /// The least bytes of a secret.
    static let secretBytes = 32
}
