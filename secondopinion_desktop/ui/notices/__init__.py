"""Notices of the date rules on the screen: how one looks, what its button does, and the three ways to answer."""

from secondopinion_desktop.ui.notices.acting import Acting
from secondopinion_desktop.ui.notices.banner import NoticeBanner
from secondopinion_desktop.ui.notices.view import NoticeView

__all__ = ["Acting", "NoticeBanner", "NoticeView"]
