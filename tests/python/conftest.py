# SPDX-License-Identifier: LGPL-2.1-or-later
"""A speech to test with, and results in TAP, which Meson counts one by one."""

import re

import pytest

import lectern

XML = (
    '<speech xmlns="urn:lectern:speech:1" xml:lang="zh-Hans" xml:space="preserve">'
    "<title>在全市图书馆工作会上的讲话</title>\n"
    "<byline>（2024年5月6日）</byline>\n"
    "<salutation>各位馆长：</salutation>\n"
    "<opening><p>今天的会开得及时。下面，我讲"
    '<announcement count="2" of="s1 s2">两点意见</announcement>。</p>\n'
    '</opening><section xml:id="s1" level="1" ordinal="1" numbering="一、">'
    "<heading><marker>一、</marker>看清家底，找准差距</heading>\n"
    '<p>去年<placeholder kind="person" form="redaction">X</placeholder>馆长带队走了'
    '<placeholder kind="count" unit="家" form="fill-in">XX</placeholder>家分馆，'
    '主要有两个变化：<series numbering="一是"><point ordinal="1"><marker>一是</marker>'
    "<lead>读者多了。</lead>借阅量连年上升；</point>"
    '<point ordinal="2"><marker>二是</marker><lead>书更新了。</lead></point></series></p>\n'
    '</section><section xml:id="s2" level="1" ordinal="2" numbering="一、">'
    "<heading><marker>二、</marker>抓住重点，补齐短板</heading>\n"
    '<section level="2" ordinal="1" numbering="（一）"><heading><marker>（一）</marker>'
    "延长开放时间。</heading><p>晚上和周末都要开门。</p>\n"
    '<series numbering="一要"><point ordinal="1"><p><marker>一要</marker>'
    "<lead>人到岗。</lead>轮班表月初公布。</p>\n"
    '</point><point ordinal="2"><p><marker>二要</marker><lead>灯常亮。</lead></p>\n'
    "</point></series></section></section><thanks>谢谢大家！</thanks>\n"
    "</speech>"
)
TEXT = re.sub("<[^>]*>", "", XML)
DATA = TEXT.encode()


@pytest.fixture
def speech():
    return lectern.from_xml(XML)


class Tap:
    """One line a test."""

    def __init__(self):
        self.count = 0

    @pytest.hookimpl
    def pytest_collection_finish(self, session):
        print(f"1..{len(session.items)}", flush=True)

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report):
        if report.when != "call" and report.passed:
            return
        self.count += 1
        word = "not ok" if report.failed else "ok"
        name = report.nodeid.partition("::")[2] or report.nodeid
        skip = " # SKIP" if report.skipped else ""
        print(f"{word} {self.count} {name.replace('#', '')}{skip}", flush=True)
        if report.failed:
            for line in str(report.longrepr).splitlines():
                print(f"# {line}")

    @pytest.hookimpl
    def pytest_collectreport(self, report):
        if report.failed:
            print(f"Bail out! {report.nodeid}")
            for line in str(report.longrepr).splitlines():
                print(f"# {line}")


def pytest_addoption(parser):
    parser.addoption(
        "--tap", action="store_true", help="report in TAP and nothing else"
    )


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    if config.getoption("tap"):
        config.pluginmanager.unregister(name="terminalreporter")
        config.pluginmanager.register(Tap())
