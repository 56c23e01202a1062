/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/lectern-mask-tables-private.h"

/* What the names of fields and the prompts in brackets say: {{单位}}, [项目名称], （填写…）. A name
 * is judged by its end, in small letters: {{start_date}} is a date. */

#define FIELD(sense, words)                                                                        \
  {                                                                                                \
    LECTERN_WORDS_FIELD, LECTERN_SENSE_##sense, words                                              \
  }
#define PROMPT(sense, words)                                                                       \
  {                                                                                                \
    LECTERN_WORDS_PROMPT, LECTERN_SENSE_##sense, words                                             \
  }

const LecternMaskGroup _lectern_mask_groups_field[] = {
  FIELD (
      DATE,
      "日期 时间 時間 年月日 date time datetime day_and_month 期限 截止日 생년월일 날짜 日付 日時"),
  FIELD (YEAR, "年份 年度 年 year"),
  FIELD (MONTH, "月份 月 month"),
  FIELD (DAY, "日 day"),
  FIELD (HOUR, "时 小时 hour"),
  FIELD (ORDINAL, "序号 轮次 届次 批次 期次 届数 轮数 第几轮 第几届 第几批 ordinal 编次 期数 级别 "
                  "等级 번호 名次 排名 rank"),
  FIELD (COUNT, "数量 數量 人数 人數 个数 户数 件数 次数 总数 数 数字 金额 金額 总额 元 万元 价格 "
                "面积 number count amount total quantity sum price 年龄 岁数 长度 吨数 产量 产值 "
                "投资额 规模 预算 人次 天数 年限 数额 余额 总量 数值 age n 人口"),
  FIELD (PERCENT,
         "比例 百分比 占比 比率 率 增幅 降幅 增速 percent percentage rate ratio 百分点 同比 环比"),
  FIELD (PERSON, "姓名 人名 姓氏 姓 名字 领导 同志 讲话人 主持人 发言人 汇报人 报告人 联系人 "
                 "负责人 作者 speaker author person name_of_speaker host chair surname first_name "
                 "last_name full_name your_name name 成员 人员 组长 书记 主任 老师 同学 嘉宾 代表 "
                 "人 署名 签名 称呼 이름 氏名 名前 领导姓名 落款人 述职人"),
  FIELD (POST, "职务 職務 职位 职称 岗位 头衔 post position role job_title 직책 役職"),
  FIELD (PLACE, "地点 地點 地名 地址 地区 县 市 省 区 镇 乡 村 街道 社区 城市 地方 县名 市名 村名 "
                "区名 镇名 乡名 省份 place city town county province country venue location "
                "address state village district 지역 장소 場所 地 籍贯 会场 국가 国家"),
  FIELD (
      ORGANISATION,
      "单位 單位 单位名称 单位名 部门 部門 机构 公司 公司名称 企业 企业名称 学校 学校名称 学院 "
      "医院 局 委 局名 党委 党组 党组织 支部 组织 机关 科室 班组 主办方 主办单位 承办单位 "
      "organisation organization company organisation_name company_name department school employer "
      "institution office agency 기관 회사 組織 会社 会社名 巡察组 组织名称 部门名称 机构名称"),
  FIELD (TITLE, "标题 標題 题目 題目 文件名 文件名称 文件 书名 篇名 会议名称 会议 主标题 副标题 "
                "title heading subject headline document 文号 法规名称 제목 件名 題名 会议全称"),
  FIELD (TEXT, "名称 名稱 内容 內容 主题 议题 项目 项目名称 事项 情况 原因 问题 措施 目标 任务 "
               "要求 活动 活动名称 主要内容 领域 行业 系统 摘要 备注 电话 编号 号码 账号 成绩 数据 "
               "事迹 案例 topic text reason theme phone email content description event project"),

  PROMPT (
      FREE,
      "待补 待补： 待补充 待填 待填写 待定 待核实 待明确 待完善 此处 这里填 在此 请填 请填写 "
      "请输入 请补充 请插入 请写 请写明 请在此 请简要 请结合 请根据 填写 填入 填 输入 插入 补充 "
      "补充： 补 写明 简述 简要说明 概述 描述 列举 举例 例： 点题 目的一句 一句 一段 一两句 可填 "
      "可根据 可结合 根据实际 根据情况 结合实际 结合本 视情况 自行填写 自行 空 留空 空白 需补充 "
      "需填 选填 必填 TODO TBD todo tbd XX年 插入： insert enter add your fill specify Insert "
      "Enter Add Your Fill Specify INSERT ENTER ADD YOUR FILL SPECIFY 예： 여기에 ここに 入力"),

  { LECTERN_WORDS_SLOT, LECTERN_SENSE_FREE,
    "姓名 名字 单位名称 单位全称 单位名 职务 日期 地点 具体时间 具体地点 具体数字 具体日期 "
    "具体内容 会议名称 会议全称 部门名称 项目名称 公司名称 学校名称 活动名称 领导姓名 领导职务 "
    "地名 人名 主持人姓名 年份 企业名称 机构名称 文件名称 文件名 主题名称 村名 县名 市名 镇名 乡名 "
    "区名 讲话人 讲话人姓名 讲话人职务 姓名、职务 职务、姓名 单位、职务 年月日 年份数字 数量 数字 "
    "数据 人数 金额 比例 同志姓名 单位 時間 地點" },

  { LECTERN_WORDS_NOTE, LECTERN_SENSE_TRAP,
    "掌声 鼓掌 笑声 热烈鼓掌 笑 注 注： 说明 备注 数据 本 注释 编者 编者按 编者注 编注 译注 译者注 "
    "原注 来源 稿源 摘要 关键词 原文 原标题 图 图片 表 附图 附表 附件 附 附录 视频 音频 音乐 "
    "责任编辑 责编 编辑 相关 下一页 上一页 首页 尾页 转载 本文 点击 打印 关闭 字号 大 返回 参考 "
    "参见 见 详见 案例分析 新闻 导读 导 提纲 目录 导语 引言 全文 正文 中略 略 下略 上略 省略 以下 "
    "以上 插话 问 答 主持人： 记者 同上 即 按 按： 全场 起立 合影 播放 背景 审核 校对 作者简介 "
    "中譯 中译 相關 法宝 法条 效力 发布 时效 公布 收藏 分享 评论 广告 打击 声明 免责 版权 温馨 "
    "提示 温馨提示 更多 推荐 往期 链接 会员 下载 购买 特别 重要 独家 最新 快讯 头条 关注 扫码 微信 "
    "公众号 本报 本刊 新华社 日 唱 会议 解读 讲话 演讲 J M D C R S N P EB A G Z" },

  { 0, 0, NULL }
};
