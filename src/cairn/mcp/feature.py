"""MCP as the rest sees it."""

from cairn.mcp.permissions import USE
from cairn.mcp.routes import root
from cairn.platform.feature import Feature

feature = Feature(name="mcp", root_router=root, permissions=[USE])
