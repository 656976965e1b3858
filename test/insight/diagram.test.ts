import { XMLParserLike, parseXml } from './xml';
import { init, LOGSHIPPER_DEPLOYMENT, MYAPP_POD, pod } from './notes';
import { diagram, timelineDiagram } from '../../src/insight';
