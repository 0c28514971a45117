/** Who may do what with accounts (等保 8.1.4.2; D§9.3). What a person does with the own account needs no role. */
import {
  allow,
  allowGranting,
  anyAgency,
  holding,
  ownAccount,
  ownAgency,
  ownOrSupervisedAgency,
  policies,
  supervisedAgency,
  where,
} from '../../domain/people/policy.ts'

const own = where(ownAccount)
const anywhere = where(anyAgency)

export const accountPolicies = policies(
  allow(
    'accounts.me',
    { zh: '任何人可以查看自己是否已登录', en: 'Anyone may ask whether they are signed in' },
    'visitors',
    anywhere,
  ),
  allow('accounts.signIn', { zh: '任何人可以登录', en: 'Anyone may sign in' }, 'visitors', anywhere),
  allow(
    'accounts.beginPasskeySignIn',
    { zh: '任何人可以用通行密钥登录', en: 'Anyone may sign in with a passkey' },
    'visitors',
    anywhere,
  ),
  allow(
    'accounts.passkeySignIn',
    { zh: '任何人可以用通行密钥登录', en: 'Anyone may sign in with a passkey' },
    'visitors',
    anywhere,
  ),
  allow('accounts.signOut', { zh: '任何人可以退出登录', en: 'Anyone may sign out' }, 'visitors', anywhere),
  allow(
    'accounts.invitation',
    { zh: '持一次性链接的人可以查看其用途', en: 'Who holds a one-time link may see what it is for' },
    'visitors',
    anywhere,
  ),
  allow(
    'accounts.acceptInvitation',
    { zh: '持一次性链接的人可以使用一次', en: 'Who holds a one-time link may use it once' },
    'visitors',
    anywhere,
  ),

  allow(
    'accounts.secondFactor',
    { zh: '本人可以输入动态验证码', en: 'Everyone may give their own one-time code' },
    'staff',
    own,
  ),
  allow(
    'accounts.switchAgency',
    { zh: '本人可以切换到自己任职的机关', en: 'Everyone may change to another agency they work for' },
    'staff',
    own,
  ),
  allow(
    'accounts.sessions',
    { zh: '本人可以查看自己的登录会话', en: 'Everyone may see their own sessions' },
    'staff',
    own,
  ),
  allow(
    'accounts.revokeSession',
    { zh: '本人可以结束自己的登录会话', en: 'Everyone may end their own sessions' },
    'staff',
    own,
  ),
  allow(
    'accounts.changePassword',
    { zh: '本人可以修改自己的密码', en: 'Everyone may change their own password' },
    'staff',
    own,
  ),
  allow('accounts.beginTotp', { zh: '本人可以设置动态验证码', en: 'Everyone may set up one-time codes' }, 'staff', own),
  allow(
    'accounts.confirmTotp',
    { zh: '本人可以设置动态验证码', en: 'Everyone may set up one-time codes' },
    'staff',
    own,
  ),
  allow(
    'accounts.passkeys',
    { zh: '本人可以查看自己的通行密钥', en: 'Everyone may see their own passkeys' },
    'staff',
    own,
  ),
  allow('accounts.beginPasskey', { zh: '本人可以添加通行密钥', en: 'Everyone may add a passkey' }, 'staff', own),
  allow('accounts.addPasskey', { zh: '本人可以添加通行密钥', en: 'Everyone may add a passkey' }, 'staff', own),
  allow(
    'accounts.removePasskey',
    { zh: '本人可以删除自己的通行密钥', en: 'Everyone may remove their own passkeys' },
    'staff',
    own,
  ),

  allow(
    'accounts.noticeChoices',
    { zh: '本人可以查看自己的提醒方式', en: 'Everyone may see how they hear of things' },
    'staff',
    own,
  ),
  allow(
    'accounts.setNoticeChoices',
    { zh: '本人可以选择自己的提醒方式', en: 'Everyone may choose how they hear of things' },
    'staff',
    own,
  ),

  allow(
    'accounts.delegations',
    { zh: '工作人员可以查看本机关的外出委托', en: 'Staff may see who stands in for whom in their agency' },
    'staff',
    where(ownAgency),
  ),
  allow(
    'accounts.delegate',
    { zh: '本人外出时可以委托本机关的同事', en: 'Everyone may hand their roles to a colleague while away' },
    'staff',
    where(ownAgency, ownAccount),
  ),
  allow(
    'accounts.revokeDelegation',
    { zh: '委托人可以收回自己的委托', en: 'Who handed over roles may take them back' },
    'staff',
    where(ownAgency, ownAccount),
  ),
  allow(
    'accounts.revokeDelegation',
    { zh: '安全管理员可以收回任何委托', en: 'The security administrator may take back any delegation' },
    holding('security_admin'),
    where(ownOrSupervisedAgency),
  ),

  allow(
    'accounts.people',
    { zh: '工作人员可以查看本机关的人员', en: 'Staff may see the people of their agency' },
    'staff',
    where(ownAgency),
  ),
  allow(
    'accounts.people',
    {
      zh: '管理员和监督员可以查看所监督机关的人员',
      en: 'Administrators and supervisors may see the people of agencies supervised',
    },
    holding('system_admin', 'security_admin', 'audit_admin', 'supervisor'),
    where(supervisedAgency),
  ),
  allow(
    'accounts.addPerson',
    { zh: '系统管理员可以添加人员', en: 'The system administrator may add people' },
    holding('system_admin'),
    where(ownOrSupervisedAgency),
  ),
  allow(
    'accounts.importPeople',
    {
      zh: '系统管理员可以导入人员资料，安全管理员可以导入角色',
      en: 'The system administrator may import people, the security administrator their roles',
    },
    holding('system_admin', 'security_admin'),
    where(ownOrSupervisedAgency),
  ),
  allow(
    'accounts.changePerson',
    {
      zh: '系统管理员可以修改人员资料，安全管理员可以修改角色',
      en: 'The system administrator may change particulars, the security administrator roles',
    },
    holding('system_admin', 'security_admin'),
    where(ownOrSupervisedAgency),
  ),
  allow(
    'accounts.edit',
    { zh: '系统管理员可以修改人员的资料', en: "The system administrator may change people's particulars" },
    holding('system_admin'),
    where(ownOrSupervisedAgency),
  ),
  allowGranting(
    'accounts.grant',
    { zh: '安全管理员可以授予和收回角色', en: 'The security administrator may grant and revoke roles' },
    holding('security_admin'),
    where(ownOrSupervisedAgency),
  ),
  allowGranting(
    'accounts.appoint',
    {
      zh: '还没有安全管理员、审计管理员时，系统管理员可以指定第一位',
      en: 'Where there is no security or audit administrator yet, the system administrator may appoint the first',
    },
    holding('system_admin'),
    where(ownOrSupervisedAgency),
  ),
  allow(
    'accounts.unmaskPhone',
    {
      zh: '系统管理员可以说明理由后查看完整电话',
      en: 'The system administrator may see a whole telephone number, giving the reason',
    },
    holding('system_admin'),
    where(ownOrSupervisedAgency),
  ),
  allow(
    'accounts.unmaskPhone',
    { zh: '本人可以查看自己的完整电话', en: 'Everyone may see their own telephone number' },
    'staff',
    where(ownAgency, ownAccount),
  ),
  allowGranting(
    'accounts.deactivatePerson',
    { zh: '系统管理员可以停用人员', en: 'The system administrator may deactivate people' },
    holding('system_admin'),
    where(ownOrSupervisedAgency),
  ),
  allowGranting(
    'accounts.reactivatePerson',
    { zh: '系统管理员可以恢复人员', en: 'The system administrator may reactivate people' },
    holding('system_admin'),
    where(ownOrSupervisedAgency),
  ),
  allowGranting(
    'accounts.newLink',
    {
      zh: '系统管理员、安全管理员可以为他人生成一次性登录链接',
      en: 'The system and the security administrator may make one-time links for others',
    },
    holding('system_admin', 'security_admin'),
    where(ownOrSupervisedAgency),
  ),

  allow(
    'accounts.apiKeys',
    {
      zh: '工作人员可以查看自己的接口密钥，安全管理员可以查看全部',
      en: 'Staff may see their own API keys, the security administrator all of them',
    },
    'staff',
    where(ownAgency),
  ),
  allow(
    'accounts.apiKeys',
    {
      zh: '安全管理员可以查看所监督机关的接口密钥',
      en: 'The security administrator may see the API keys of agencies supervised',
    },
    holding('security_admin'),
    where(supervisedAgency),
  ),
  allow(
    'accounts.addApiKey',
    {
      zh: '工作人员可以新建权限不超过自己的接口密钥',
      en: 'Staff may make API keys that carry no more than their own rights',
    },
    'staff',
    where(ownAgency),
  ),
  allow(
    'accounts.revokeApiKey',
    { zh: '本人可以作废自己的接口密钥', en: 'Everyone may revoke their own API keys' },
    'staff',
    where(ownAgency, ownAccount),
  ),
  allow(
    'accounts.revokeApiKey',
    { zh: '安全管理员可以作废任何接口密钥', en: 'The security administrator may revoke any API key' },
    holding('security_admin'),
    where(ownOrSupervisedAgency),
  ),
)
