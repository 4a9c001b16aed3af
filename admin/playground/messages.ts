import type { Language } from './languages';
import type { ExampleGroup } from './parseExample';

/** What the page itself says; what GraphiQL says is in chromeVietnamese.ts. */
export interface Messages {
  readonly title: string;
  readonly admin: string;
  readonly otherLanguage: string;
  readonly examples: string;
  readonly examplesIntroduction: string;
  readonly searchExamples: string;
  readonly noExample: string;
  readonly share: string;
  readonly shared: string;
  readonly sharedInAddress: string;
  readonly nothingToShare: string;
  readonly unreachable: string;
  readonly waiting: string;
  readonly retry: string;
  readonly unreadable: string;
  readonly signedOut: string;
  readonly signedOutHelp: string;
  readonly signIn: string;
  readonly groups: Readonly<Record<ExampleGroup, string>>;
}

export const messages: Readonly<Record<Language, Messages>> = {
  vi: {
    title: 'Khối · Truy vấn GraphQL',
    admin: 'Trang quản trị',
    otherLanguage: 'English',
    examples: 'Truy vấn mẫu',
    examplesIntroduction: 'Bấm vào một mẫu để mở nó trong thẻ mới, rồi chạy bằng nút ▶ hoặc Ctrl-Enter.',
    searchExamples: 'Tìm mẫu, không cần gõ dấu',
    noExample: 'Không có mẫu nào chứa các từ này.',
    share: 'Sao chép liên kết tới truy vấn này',
    shared: 'Đã sao chép liên kết. Người mở nó sẽ thấy truy vấn này trong một thẻ, chưa chạy.',
    sharedInAddress: 'Trình duyệt không cho sao chép: liên kết nằm ở thanh địa chỉ.',
    nothingToShare: 'Thẻ này chưa có truy vấn nào để chia sẻ.',
    unreachable: 'Không kết nối được với máy chủ Khối.',
    waiting: 'Truy vấn của bạn vẫn còn nguyên; trang sẽ tự thử lại.',
    retry: 'Thử lại ngay',
    unreadable: 'Câu trả lời của máy chủ không phải là JSON',
    signedOut: 'Phiên đăng nhập đã kết thúc.',
    signedOutHelp: 'Truy vấn của bạn vẫn còn nguyên.',
    signIn: 'Đăng nhập lại',
    groups: {
      start: 'Bắt đầu',
      report: 'Số liệu của báo cáo tổng kết',
      analysis: 'Phân tích',
      structure: 'Cây tổ chức theo thời gian',
      records: 'Danh sách, tìm kiếm và sửa số liệu',
    },
  },
  en: {
    title: 'Khối · GraphQL playground',
    admin: 'Admin',
    otherLanguage: 'Tiếng Việt',
    examples: 'Examples',
    examplesIntroduction: 'Click an example to open it in a new tab, then run it with ▶ or Ctrl-Enter.',
    searchExamples: 'Search the examples',
    noExample: 'No example holds these words.',
    share: 'Copy a link to this query',
    shared: 'The link is copied. Whoever opens it sees this query in a tab, not yet run.',
    sharedInAddress: 'The browser does not allow copying: the link is in the address bar.',
    nothingToShare: 'There is no query to share in this tab yet.',
    unreachable: 'The Khối server cannot be reached.',
    waiting: 'Your queries are safe; the page tries again by itself.',
    retry: 'Try again now',
    unreadable: 'The answer of the server is not JSON',
    signedOut: 'Your session is over.',
    signedOutHelp: 'Your queries are safe.',
    signIn: 'Sign in again',
    groups: {
      start: 'First steps',
      report: 'The figures of the review report',
      analysis: 'Analysis',
      structure: 'The tree through time',
      records: 'Lists, search and corrections',
    },
  },
};
