import LiveEngine
import NIOCore
