// What people choose first when they must choose a password, written down by us: numbers of luck and love, pinyin of
// everyday phrases, rows of the keyboard, English words. Each is compared after digits that stand for letters are read
// as letters, and also with a number or a year behind it, so a short list reaches far.

/** Whole words; a password that is one of them with digits or signs around it is refused. */
export const COMMON_WORDS: readonly string[] = `
password passwort passw0rd passwd pass admin administrator root guest user test testtest tester demo welcome welcometo
login letmein letmeinnow master superman batman dragon monkey shadow sunshine princess football baseball iloveyou
iloveu loveyou lovelove forever whatever trustno1 secret secrets default changeme changeit computer internet system
server manager office company hello helloworld michael jordan charlie freedom starwars pokemon google baidu tencent
alibaba taobao weixin wechat huawei xiaomi windows microsoft
woaini woaiwojia woaizhongguo woaini1314 aini aini1314 woaiwo aiwoba wobuzhidao woshishui nihao nihaoma nihaoa
nishishui zhongguo zhonghua beijing shanghai shanghaishi guangzhou shenzhen pudong huangpu xuhui changning jingan
putuo hongkou yangpu minhang baoshan jiading jinshan songjiang qingpu fengxian chongming
mima mimamima wodemima mimashi wangji wangjimima buzhidao bukeneng meiyoumima suibian suibianla kaimen kaixin
xingfu pingan jiankang kuaile shengri shengrikuaile laopo laogong baobei baobao qinaide tiantian xiaoxiao
zhongyi zhongyiyuan zhongyao zhenjiu tuina yiyuan yisheng hushi yaofang weisheng weishengju weijianwei shequ
shequyiyuan yilianti lianhemenzhen shuguang longhua yueyang zhongyiyao guanliyuan caozuoyuan chaojiguanli
zhangsan lisi wangwu wangwei lina zhangwei liming xiaoming wanglei zhanglei liuyang
qwerty qwertyuiop qwert asdfgh asdfghjkl asdf zxcvbn zxcvbnm zxcv qazwsx qazwsxedc qweasd qweasdzxc wsxedc
qazxsw asdqwe zaqwsx poiuytrewq lkjhgfdsa mnbvcxz azerty abcabc abcdef abcdefg abcdefgh abcdefghij abcd aaaa
`
  .split(/\s+/)
  .filter((word) => word !== '');

/** Rows of keys and letters; a password that only runs along them is refused. */
export const KEY_ROWS: readonly string[] = [
  '01234567890123456789',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  'abcdefghijklmnopqrstuvwxyz',
  '!@#$%^&*()',
  '1q2w3e4r5t6y7u8i9o0p',
  'a1b2c3d4e5f6g7h8i9j0',
];

/** Numbers that stand for phrases: 一生一世, 我爱你, 我爱你一生一世, 一路发, 一直顺. */
export const LUCKY_NUMBERS: readonly string[] = [
  '1314',
  '520',
  '5201314',
  '1314520',
  '168',
  '888',
  '666',
  '999',
  '147258369',
  '159357',
  '7758521',
  '7758258',
  '123123',
  '112233',
  '123321',
  '789456',
  '147852',
];
