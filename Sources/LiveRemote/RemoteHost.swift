import LiveProtocol
import NIOCore
