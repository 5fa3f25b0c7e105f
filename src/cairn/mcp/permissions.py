"""What people may do by MCP. Each tool needs its own feature's permission besides."""

from cairn.platform.permissions import Permission

USE = Permission("mcp:use:own", "Let other programs of yours reach what you keep here.")
