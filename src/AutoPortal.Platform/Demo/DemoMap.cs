namespace AutoPortal.Platform.Demo;

/// <summary>Six regions over real provinces, cities and districts: twenty places each.</summary>
internal static class DemoMap
{
    public static IReadOnlyList<DemoRegion> China { get; } =
    [
        new("HD", "华东大区",
        [
            new("shanghai", "上海小区",
            [
                .. Places("上海", "上海", "浦东新区", "徐汇区", "闵行区", "宝山区", "嘉定区", "松江区"),
            ]),
            new("jiangsu", "江苏小区",
            [
                .. Places("江苏", "南京", "江宁区", "鼓楼区", "浦口区"),
                .. Places("江苏", "苏州", "吴中区", "工业园区", "昆山市"),
                .. Places("江苏", "无锡", "滨湖区"),
            ]),
            new("zhejiang", "浙江小区",
            [
                .. Places("浙江", "杭州", "西湖区", "萧山区", "余杭区"),
                .. Places("浙江", "宁波", "鄞州区", "江北区"),
                .. Places("浙江", "温州", "瓯海区", "鹿城区"),
            ]),
        ]),
        new("HN", "华南大区",
        [
            new("guangzhou", "广州小区",
            [
                .. Places("广东", "广州", "天河区", "番禺区", "白云区", "黄埔区", "海珠区"),
                .. Places("广东", "佛山", "南海区", "顺德区"),
            ]),
            new("shenzhen", "深莞小区",
            [
                .. Places("广东", "深圳", "南山区", "龙岗区", "宝安区", "福田区"),
                .. Places("广东", "东莞", "南城街道", "长安镇"),
                .. Places("广东", "惠州", "惠城区"),
            ]),
            new("guiqiong", "桂琼小区",
            [
                .. Places("广西", "南宁", "青秀区", "良庆区"),
                .. Places("广西", "柳州", "城中区"),
                .. Places("海南", "海口", "龙华区", "美兰区"),
                .. Places("海南", "三亚", "吉阳区"),
            ]),
        ]),
        new("HB", "华北大区",
        [
            new("beijing", "北京小区",
            [
                .. Places("北京", "北京", "朝阳区", "海淀区", "丰台区", "通州区", "大兴区", "昌平区"),
            ]),
            new("jinji", "津冀小区",
            [
                .. Places("天津", "天津", "西青区", "滨海新区", "武清区"),
                .. Places("河北", "石家庄", "长安区", "裕华区"),
                .. Places("河北", "保定", "竞秀区"),
                .. Places("河北", "唐山", "路北区"),
            ]),
            new("luyu", "山东小区",
            [
                .. Places("山东", "济南", "历下区", "槐荫区"),
                .. Places("山东", "青岛", "崂山区", "城阳区", "黄岛区"),
                .. Places("山东", "烟台", "莱山区"),
                .. Places("山东", "潍坊", "奎文区"),
            ]),
        ]),
        new("HZ", "华中大区",
        [
            new("hubei", "湖北小区",
            [
                .. Places("湖北", "武汉", "江汉区", "洪山区", "汉阳区", "东西湖区", "江夏区"),
                .. Places("湖北", "襄阳", "樊城区"),
                .. Places("湖北", "宜昌", "西陵区"),
            ]),
            new("hunan", "湖南小区",
            [
                .. Places("湖南", "长沙", "岳麓区", "雨花区", "开福区", "望城区"),
                .. Places("湖南", "株洲", "天元区"),
                .. Places("湖南", "衡阳", "蒸湘区"),
            ]),
            new("henan", "河南小区",
            [
                .. Places("河南", "郑州", "金水区", "郑东新区", "二七区", "中原区"),
                .. Places("河南", "洛阳", "洛龙区", "涧西区"),
                .. Places("河南", "南阳", "卧龙区"),
            ]),
        ]),
        new("XN", "西南大区",
        [
            new("sichuan", "四川小区",
            [
                .. Places("四川", "成都", "武侯区", "高新区", "锦江区", "双流区", "龙泉驿区", "青羊区"),
                .. Places("四川", "绵阳", "涪城区"),
                .. Places("四川", "德阳", "旌阳区"),
            ]),
            new("chongqing", "重庆小区",
            [
                .. Places("重庆", "重庆", "渝北区", "江北区", "九龙坡区", "南岸区", "沙坪坝区", "巴南区"),
            ]),
            new("yungui", "云贵小区",
            [
                .. Places("云南", "昆明", "官渡区", "西山区", "盘龙区"),
                .. Places("贵州", "贵阳", "观山湖区", "云岩区"),
                .. Places("贵州", "遵义", "汇川区"),
            ]),
        ]),
        new("XB", "西北大区",
        [
            new("shaanxi", "陕西小区",
            [
                .. Places("陕西", "西安", "雁塔区", "未央区", "高新区", "长安区", "灞桥区", "莲湖区"),
                .. Places("陕西", "咸阳", "秦都区"),
                .. Places("陕西", "宝鸡", "渭滨区"),
            ]),
            new("ganning", "甘宁青小区",
            [
                .. Places("甘肃", "兰州", "城关区", "七里河区", "安宁区"),
                .. Places("宁夏", "银川", "金凤区", "兴庆区"),
                .. Places("青海", "西宁", "城西区"),
            ]),
            new("xinmeng", "新蒙小区",
            [
                .. Places("新疆", "乌鲁木齐", "新市区", "水磨沟区", "天山区"),
                .. Places("内蒙古", "呼和浩特", "赛罕区", "新城区"),
                .. Places("内蒙古", "包头", "昆都仑区"),
            ]),
        ]),
    ];

    private static IEnumerable<DemoPlace> Places(string province, string city, params string[] districts)
        => districts.Select(district => new DemoPlace(province, city, district));
}
